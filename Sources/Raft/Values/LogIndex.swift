/// The place of an entry in a group's log. The first entry has index 1; 0 is the place before it.
public struct LogIndex: Hashable, Comparable, Sendable, CustomStringConvertible {
    public var rawValue: UInt64

    public init(_ rawValue: UInt64) { self.rawValue = rawValue }

    public static let zero = LogIndex(0)
    /// No log gets this long; larger indexes from elsewhere are refused, so that arithmetic on accepted ones cannot overflow.
    public static let limit = LogIndex(1 << 62)

    /// The index after this one. Saturates, so that an index from the wire cannot trap.
    public var next: LogIndex { LogIndex(rawValue == .max ? .max : rawValue + 1) }
    /// The index before this one; zero stays zero.
    public var previous: LogIndex { LogIndex(rawValue == 0 ? 0 : rawValue - 1) }

    public static func < (a: LogIndex, b: LogIndex) -> Bool { a.rawValue < b.rawValue }
    public var description: String { "\(rawValue)" }
}
