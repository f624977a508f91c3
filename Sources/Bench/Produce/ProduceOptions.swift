public import KafkaClient
public import KafkaRecords

/// What `bench produce` does.
public struct ProduceOptions: Sendable {
    public var topic = "bench"
    /// Of the topic, if it is made; of those written to.
    public var partitions: Int32 = 6
    public var replicationFactor: Int16?
    public var records = 1_000_000
    /// Bytes of each record's value. There are no keys.
    public var recordBytes = 100
    /// A batch is sent when one more record would pass this many bytes, ...
    public var batchBytes = 1_000_000
    /// ... or when it has this many records, ...
    public var batchRecords = 10_000
    /// ... or when its first record has waited this long. Matters only with a rate: without one there is always another record.
    public var linger: Duration = .milliseconds(5)
    /// -1 (all), 0 or 1.
    public var acks: Int16 = -1
    public var codec: CompressionCodec = .none
    /// Each is a client of its own, with a connection to each leader.
    public var connections = 1
    /// Requests in flight, per connection.
    public var depth = 5
    /// Numbered batches (KIP-98): at most five in flight per partition.
    public var isIdempotent = false
    /// Records a second, all connections together; nil: as fast as the server takes them.
    public var rate: Double?
    /// Threads of the load generator.
    public var threads = 1
    /// A process to measure; must be on this machine.
    public var serverPID: Int32?
    /// Where to append and sync between any two requests, to compare. Only for one connection with depth 1.
    public var probeDirectory: String?

    public var client = ClientOptions()

    public init() {}

    /// - Throws: ``KafkaClientError/invalid(_:)`` naming the flag.
    func validate() throws(KafkaClientError) {
        func require(_ holds: Bool, _ why: String) throws(KafkaClientError) { if !holds { throw .invalid(why) } }
        try require(partitions >= 1, "--partitions must be at least 1")
        try require(records >= 1, "--records must be at least 1")
        try require(recordBytes >= 0 && recordBytes <= 512 << 20, "--record-bytes must lie between 0 and 536870912")
        try require(batchBytes >= 1 && batchBytes <= 512 << 20, "--batch-bytes must lie between 1 and 536870912")
        try require(batchRecords >= 1 && batchRecords <= 1_000_000, "--batch-records must lie between 1 and 1000000")
        try require([-1, 0, 1].contains(acks), "--acks must be all, 0 or 1")
        try require(connections >= 1 && connections <= 10_000, "--connections must lie between 1 and 10000")
        try require(depth >= 1, "--depth must be at least 1")
        try require(threads >= 1 && threads <= 64, "--threads must lie between 1 and 64")
        try require(rate.map { $0 > 0 } ?? true, "--rate must be above 0")
        try require(!isIdempotent || acks == -1, "--idempotent needs --acks all")
        if probeDirectory != nil {
            try require(connections == 1 && depth == 1, "--probe-dir compares single requests: use it with --connections 1 --depth 1")
        }
    }
}
