public struct MetadataLimits: Sendable {
    /// Partitions of the whole cluster. At the limit new topics and partitions are refused (`POLICY_VIOLATION`).
    public var partitionsMax = 200_000
    /// Partitions that one request may make. More are refused (`POLICY_VIOLATION`), so that a request's entries and the log stay small.
    public var partitionsPerRequestMax = 10_000
    /// The longest that a request waits for the partitions it made to have leaders, whatever its own timeout. Then it is answered without.
    public var leaderWaitMax: Duration = .seconds(5)
    /// Topics that one Metadata request may have made by asking for them. Those beyond are unknown to it.
    public var autoCreatedPerRequestMax = 1000
    /// Bytes of one setting's value. A longer one is refused (`INVALID_CONFIG`).
    public var configValueBytesMax = 32 << 10
    /// Consumer groups with settings of their own. At the limit those of further groups are refused (`POLICY_VIOLATION`).
    public var configuredGroupsMax = 10_000
    /// Partitions in one answer of DescribeTopicPartitions (Kafka: `max.request.partition.size.limit`); the rest comes by its cursor.
    public var describedPartitionsMax = 2000

    public init() {}
}
