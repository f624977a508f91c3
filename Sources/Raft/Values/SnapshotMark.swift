/// Where a snapshot stands: the last entry it contains, and the membership in force there.
public struct SnapshotMark: Hashable, Sendable {
    public var index: LogIndex
    public var term: Term
    public var configuration: Configuration

    public init(index: LogIndex, term: Term, configuration: Configuration) {
        self.index = index
        self.term = term
        self.configuration = configuration
    }

    public var position: LogPosition { LogPosition(index: index, term: term) }

    /// The start of a new group: nothing in the log, and the members it begins with. Every first member must begin with the same.
    public static func initial(_ configuration: Configuration) -> SnapshotMark {
        SnapshotMark(index: .zero, term: .zero, configuration: configuration)
    }
}
