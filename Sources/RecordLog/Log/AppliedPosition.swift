/// Where a Raft group's log has been applied to: the last entry's index, and its term.
public struct AppliedPosition: Hashable, Sendable {
    public var index: UInt64
    public var term: UInt64

    public init(index: UInt64, term: UInt64) {
        self.index = index
        self.term = term
    }

    /// Nothing has been applied.
    public static let none = AppliedPosition(index: 0, term: 0)
}
