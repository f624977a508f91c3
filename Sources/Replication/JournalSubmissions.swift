import Environment
import Journal
import Raft

/// What a core has collected for the journal in this turn, and what waits for batches that are being synced.
///
/// Control entries (metadata, coordinators) travel in a batch of their own, so that the journal can sync them before bulk records. A group
/// always uses the same of the two, so its order is kept.
struct JournalSubmissions {
    private struct Waiting {
        var replica: Replica
        var token: PersistToken
        var messages: [RaftMessage]
    }

    /// A batch being filled, and who waits for it.
    private struct Draft {
        var batch: JournalBatch
        var waiting: [Waiting] = []
        /// What may be done once groups are durably forgotten.
        var forgotten: [() -> Void] = []

        init(_ priority: JournalBatch.Priority, core: Int) { batch = JournalBatch(core: core, id: nil, priority: priority) }
    }

    private let core: Int
    private var control: Draft
    private var bulk: Draft
    private var submitted: [UInt64: (waiting: [Waiting], forgotten: [() -> Void])] = [:]
    private var nextID: UInt64 = 1
    /// Batches that the journal refused because the disk is full, oldest first: they go again, before any later one.
    private var refused: [Draft] = []

    init(core: Int) {
        self.core = core
        control = Draft(.control, core: core)
        bulk = Draft(.bulk, core: core)
    }

    /// Whether batches wait for space on the disk.
    var isBlocked: Bool { !refused.isEmpty }

    mutating func add(_ replica: Replica, token: PersistToken, from ready: inout Ready) {
        let waiting = Waiting(replica: replica, token: token, messages: ready.messagesAfterPersist)
        ready.messagesAfterPersist.removeAll(keepingCapacity: true)
        let group = replica.group
        let installed = ready.installed
        let hardState = ready.hardState
        let entries = ready.entries
        with(group) { draft in
            if let installed {
                if installed.keepsSuffix {
                    draft.batch.release(group, through: installed.mark.position)
                } else {
                    draft.batch.restart(group, after: installed.mark.position)
                }
            }
            if let hardState { draft.batch.setHardState(group, hardState) }
            draft.batch.append(group, entries)
            draft.waiting.append(waiting)
        }
    }

    /// - Parameter then: called when the journal has durably forgotten the group.
    mutating func remove(_ group: GroupID, then: @escaping () -> Void) {
        with(group) {
            $0.batch.remove(group)
            $0.forgotten.append(then)
        }
    }

    mutating func release(_ group: GroupID, through position: LogPosition) { with(group) { $0.batch.release(group, through: position) } }

    private mutating func with(_ group: GroupID, _ body: (inout Draft) -> Void) {
        if group < .firstPartition { body(&control) } else { body(&bulk) }
    }

    /// Hands over what was collected.
    /// - Throws: when the journal takes nothing for any other reason than a full disk.
    mutating func submit(to journal: Journal) throws(JournalError) {
        var drafts = refused
        refused = []
        if !control.batch.isEmpty || !control.waiting.isEmpty {
            drafts.append(control)
            control = Draft(.control, core: core)
        }
        if !bulk.batch.isEmpty || !bulk.waiting.isEmpty {
            drafts.append(bulk)
            bulk = Draft(.bulk, core: core)
        }
        for draft in drafts { try submit(draft, to: journal) }
    }

    private mutating func submit(_ draft: Draft, to journal: Journal) throws(JournalError) {
        // A priority's batches stay in order: none passes one that waits for space.
        guard !refused.contains(where: { $0.batch.priority == draft.batch.priority }) else { return refused.append(draft) }
        var batch = draft.batch
        batch.id = nextID
        // Proposals were let in by the full reserve (`Replica.propose`).
        batch.mayUseReserve = true
        do throws(JournalError) {
            try journal.submit(batch)
        } catch {
            guard case .noSpace = error else { throw error }
            return refused.append(draft)
        }
        submitted[nextID] = (draft.waiting, draft.forgotten)
        nextID += 1
    }

    /// A batch is durable.
    mutating func complete(_ id: UInt64, _ each: (Replica, PersistToken, inout [RaftMessage]) -> Void) {
        guard let batch = submitted.removeValue(forKey: id) else { return }
        for var entry in batch.waiting { each(entry.replica, entry.token, &entry.messages) }
        for then in batch.forgotten { then() }
    }
}
