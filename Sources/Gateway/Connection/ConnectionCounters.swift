/// What a connection has done since it was opened.
public struct ConnectionCounters: Hashable, Sendable {
    /// Requests handed to the server.
    public var requests: UInt64 = 0
    /// Bytes received, length prefixes included.
    public var bytesIn: UInt64 = 0
    /// Bytes given to the output, length prefixes included.
    public var bytesOut: UInt64 = 0

    public init() {}
}
