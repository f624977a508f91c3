/// A Raft term (Raft §5.1): it only grows, and has at most one leader. 0 is the term before any election.
public struct Term: Hashable, Comparable, Sendable, CustomStringConvertible {
    public var rawValue: UInt64

    public init(_ rawValue: UInt64) { self.rawValue = rawValue }

    public static let zero = Term(0)
    /// No group gets this far; larger terms from elsewhere are refused, since nobody could campaign after them.
    public static let limit = Term(1 << 62)

    /// The term after this one. Saturates: a hostile peer must not be able to trap us by naming the largest term.
    public var next: Term { Term(rawValue == .max ? .max : rawValue + 1) }

    public static func < (a: Term, b: Term) -> Bool { a.rawValue < b.rawValue }
    public var description: String { "\(rawValue)" }
}
