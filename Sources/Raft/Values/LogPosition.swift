/// An index together with the term of the entry there: what names an entry uniquely (Raft §5.3, log matching).
public struct LogPosition: Hashable, Sendable, CustomStringConvertible {
    public var index: LogIndex
    public var term: Term

    public init(index: LogIndex, term: Term) {
        self.index = index
        self.term = term
    }

    public static let zero = LogPosition(index: .zero, term: .zero)

    /// Raft §5.4.1: the later last term wins; in the same term the longer log.
    public func isAtLeastAsUpToDate(as other: LogPosition) -> Bool {
        term != other.term ? term > other.term : index >= other.index
    }

    public var description: String { "\(index)@\(term)" }
}
