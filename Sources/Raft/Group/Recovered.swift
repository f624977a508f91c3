/// What a group had on disk when its node stopped; for a new group ``fresh(_:)``.
public struct Recovered: Sendable {
    public var hardState: HardState
    /// Where the log begins: the host's snapshot, or ``SnapshotMark/initial(_:)``.
    public var mark: SnapshotMark
    /// Consecutive from `mark.index + 1`.
    public var entries: [LogEntry]
    /// The last index whose effect the host's state already holds; at least `mark.index`. Not handed out again.
    public var applied: LogIndex
    /// A lower bound of what is committed, if the host journaled one. Only a hint.
    public var commit: LogIndex

    public init(hardState: HardState, mark: SnapshotMark, entries: [LogEntry], applied: LogIndex? = nil, commit: LogIndex = .zero) {
        self.hardState = hardState
        self.mark = mark
        self.entries = entries
        self.applied = applied ?? mark.index
        self.commit = commit
    }

    /// A group that never ran here.
    public static func fresh(_ configuration: Configuration) -> Recovered {
        Recovered(hardState: .initial, mark: .initial(configuration), entries: [])
    }
}

/// What was recovered contradicts itself: the journal is damaged.
public enum RecoveryError: Error, Hashable, Sendable {
    /// Entries are not consecutive, or their terms fall.
    case notConsecutive(at: LogIndex)
    /// An entry is newer than the recovered term.
    case termBehindLog(Term, last: LogPosition)
    case badConfiguration(at: LogIndex)
    /// The host's state is ahead of its journal.
    case appliedBeyondLog(applied: LogIndex, last: LogIndex)
}
