/// Who is told what became of the batches. Called on the journal lane's thread; an implementation puts the news into the cores' inboxes and
/// wakes them.
public protocol JournalClient: Sendable {
    /// These batches of a core are durable, in the order they were written. One call per core and flush.
    func journaled(core: Int, batches: [UInt64])
    /// A write or a sync failed. What was under way may be lost or not; nothing will ever complete again. The node must stop (it may not sync
    /// again: the system forgets which pages were lost).
    func journalFailed(_ reason: String)
}
