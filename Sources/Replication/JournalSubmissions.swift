import DequeModule
import Environment
import Journal
import Raft

/// What a core has collected for the journal in this turn, and what waits for batches that are being synced.
///
/// Control entries (metadata, coordinators) travel in a batch of their own, so that the journal can sync them before bulk records.
struct JournalSubmissions {
    private struct Waiting {
        var replica: Replica
        var token: PersistToken
        var messages: [RaftMessage]
    }

    private var control = JournalBatch()
    private var bulk = JournalBatch()
    private var controlWaiting: [Waiting] = []
    private var bulkWaiting: [Waiting] = []
    private var submitted: [UInt64: [Waiting]] = [:]
    private var nextNumber: UInt64 = 1

    mutating func add(_ replica: Replica, token: PersistToken, from ready: inout Ready) {
        let waiting = Waiting(replica: replica, token: token, messages: ready.messagesAfterPersist)
        ready.messagesAfterPersist.removeAll(keepingCapacity: true)
        if replica.group < .firstPartition {
            control.add(replica.group, installed: ready.installed, hardState: ready.hardState, entries: ready.entries)
            controlWaiting.append(waiting)
        } else {
            bulk.add(replica.group, installed: ready.installed, hardState: ready.hardState, entries: ready.entries)
            bulkWaiting.append(waiting)
        }
    }

    mutating func removed(_ group: GroupID) {
        if group < .firstPartition { control.remove(group) } else { bulk.remove(group) }
    }

    mutating func submit(to journal: Journal, core: Int) {
        submit(&control, &controlWaiting, priority: .control, to: journal, core: core)
        submit(&bulk, &bulkWaiting, priority: .bulk, to: journal, core: core)
    }

    private mutating func submit(
        _ batch: inout JournalBatch, _ waiting: inout [Waiting], priority: JournalPriority, to journal: Journal, core: Int
    ) {
        guard !batch.isEmpty || !waiting.isEmpty else { return }
        let number = nextNumber
        nextNumber += 1
        submitted[number] = waiting
        journal.submit(batch, priority: priority, core: core, number: number)
        batch = JournalBatch()
        waiting = []
    }

    mutating func complete(_ number: UInt64, _ each: (Replica, PersistToken, inout [RaftMessage]) -> Void) {
        guard let waiting = submitted.removeValue(forKey: number) else { return }
        for var entry in waiting { each(entry.replica, entry.token, &entry.messages) }
    }
}
