public struct RaftLimits: Sendable {
    /// Bytes of entries proposed and not yet committed, per group. At the limit proposals are refused with a retriable error.
    public var uncommittedBytesMax = 64 << 20
    /// Bytes of entries in one append message. A larger entry travels alone.
    public var appendBytesMax = 1 << 20
    /// Append messages sent to one follower and not yet answered. At the limit the leader waits.
    public var inFlightAppendsMax = 64
    /// Ticks without a leader before a follower campaigns; each election adds up to as many again by chance.
    public var electionTicks = 10
    /// Applied entries that a group with several members keeps in memory for followers that lag. One that needs more gets a snapshot.
    public var appliedEntriesKept = 256
    /// Ticks between a leader's heartbeats.
    public var heartbeatTicks = 1

    public init() {}
}
