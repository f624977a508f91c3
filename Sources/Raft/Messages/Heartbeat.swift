/// I lead, and all through `commit` is committed.
public struct Heartbeat: Hashable, Sendable {
    /// `min(match, commit)`: never beyond what the receiver is known to have, so it may be taken without looking at the log.
    public var commit: LogIndex
    /// Of the newest read round that waits; 0 when none does. The answer repeats it and so confirms that the sender still led when it began.
    public var readRound: UInt64
    /// The leader goes to sleep: if your log ends at `commit`, sleep too (``RaftGroup/quiesce()``).
    public var quiesce: Bool

    public init(commit: LogIndex, readRound: UInt64, quiesce: Bool) {
        self.commit = commit
        self.readRound = readRound
        self.quiesce = quiesce
    }
}
