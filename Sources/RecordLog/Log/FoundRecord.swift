/// A record found by its timestamp.
public struct FoundRecord: Hashable, Sendable {
    public var offset: Int64
    /// Milliseconds since the epoch.
    public var timestamp: Int64
    /// Of the leader that wrote it.
    public var leaderEpoch: Int32

    public init(offset: Int64, timestamp: Int64, leaderEpoch: Int32) {
        self.offset = offset
        self.timestamp = timestamp
        self.leaderEpoch = leaderEpoch
    }
}
