/// Every limit of a node in one value. Each field says what happens at it. The simulator draws it at random, small and large.
public struct Limits: Sendable {
    public var raft = RaftLimits()
    public var journal = JournalLimits()
    public var recordLog = RecordLogLimits()
    public var connections = ConnectionLimits()
    /// Bytes of records in one Fetch answer (Kafka: `fetch.max.bytes`). The first batch goes whole even if it is larger.
    public var fetchBytesMax = 55 << 20
    public var metadata = MetadataLimits()

    public init() {}
}
