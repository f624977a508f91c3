/// A client connection of a node: the core it lives on for ever, and a number that core never gives twice.
public struct ConnectionID: Hashable, Comparable, Sendable, CustomStringConvertible {
    private let rawValue: UInt64

    /// - Parameters:
    ///   - core: 0 to 65,535.
    ///   - serial: below 2^48: a core that accepts a million connections a second reaches it in nine years.
    public init(core: Int, serial: UInt64) {
        rawValue = UInt64(UInt16(truncatingIfNeeded: core)) << 48 | (serial & 0xFFFF_FFFF_FFFF)
    }

    /// The core on which the connection lives.
    public var core: Int { Int(rawValue >> 48) }
    /// Its number on that core.
    public var serial: UInt64 { rawValue & 0xFFFF_FFFF_FFFF }

    public static func < (a: ConnectionID, b: ConnectionID) -> Bool { a.rawValue < b.rawValue }
    public var description: String { "\(core)-\(serial)" }
}
