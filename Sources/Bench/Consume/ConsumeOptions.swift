public import KafkaClient

/// What `bench consume` does.
public struct ConsumeOptions: Sendable {
    public var topic = "bench"
    /// Stops after so many; nil: at what was the end of each partition at the start.
    public var records: Int?
    /// Goes on beyond what was the end at the start; needs ``records``.
    public var follows = false
    /// Each is a client of its own, with a share of the partitions and a connection to each leader.
    public var connections = 1
    /// Fetches in flight, per connection; each for other partitions.
    public var depth = 1
    /// Of one answer.
    public var fetchBytes: Int32 = 50 << 20
    /// Of one partition in an answer.
    public var partitionBytes: Int32 = 1 << 20
    public var minBytes: Int32 = 1
    /// How long the server may wait for ``minBytes``.
    public var wait: Duration = .milliseconds(500)
    /// Checks the checksum of each batch.
    public var verifies = false
    public var threads = 1
    /// A process to measure; must be on this machine.
    public var serverPID: Int32?

    public var client = ClientOptions()

    public init() {}

    /// - Throws: ``KafkaClientError/invalid(_:)`` naming the flag.
    func validate() throws(KafkaClientError) {
        func require(_ holds: Bool, _ why: String) throws(KafkaClientError) { if !holds { throw .invalid(why) } }
        try require(records.map { $0 >= 1 } ?? true, "--records must be at least 1")
        try require(!follows || records != nil, "--follow needs --records: it would never end")
        try require(connections >= 1 && connections <= 10_000, "--connections must lie between 1 and 10000")
        try require(depth >= 1, "--depth must be at least 1")
        try require(threads >= 1 && threads <= 64, "--threads must lie between 1 and 64")
        try require(fetchBytes >= 1 && partitionBytes >= 1, "--fetch-bytes and --partition-bytes must be at least 1")
    }
}
