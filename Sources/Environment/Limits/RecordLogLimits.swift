public struct RecordLogLimits: Sendable {
    /// Bytes of the newest batches of a partition kept in memory for consumers at the tail. Older ones are read from the segment files.
    public var tailBytesMax = 4 << 20
    /// Bytes of newest batches of all partitions of a node kept in memory. With many partitions each gets its share of this instead.
    public var nodeTailBytesMax = 64 << 20
    /// Bytes between two entries of a segment's offset index (Kafka: `log.index.interval.bytes`).
    public var indexIntervalBytes = 4096
    /// Bytes a compressed batch may become when a record is sought by its timestamp. At the limit the batch's first offset is the answer.
    public var searchBytesMax = 256 << 20

    public init() {}
}
