import Environment
import Journal
import Replication
import Synchronization

/// Brings the journal's news to the cores: what is durable, and which groups it wants checkpointed.
final class JournalNews: JournalClient {
    private let inboxes: [Inbox<ReplicationCore>]
    private let environment: any NodeEnvironment
    private let journal = Mutex<Journal?>(nil)

    init(inboxes: [Inbox<ReplicationCore>], environment: any NodeEnvironment) {
        self.inboxes = inboxes
        self.environment = environment
    }

    func watch(_ journal: Journal) { self.journal.withLock { $0 = journal } }

    func journaled(core: Int, batches: [UInt64]) {
        let wanted = journal.withLock { $0 }?.checkpointWanted() ?? []
        inboxes[core].post { core in
            core.journaled(batches)
            if !wanted.isEmpty { core.checkpoint(wanted) }
        }
    }

    func journalFailed(_ reason: String) { environment.crash("journal: \(reason)") }
}
