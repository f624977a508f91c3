public struct RecordLogLimits: Sendable {
    /// Bytes of the newest batches of a partition kept in memory for consumers at the tail. Older ones are read from the segment files.
    public var tailBytesMax = 4 << 20
    /// Bytes between two entries of a segment's offset index (Kafka: `log.index.interval.bytes`).
    public var indexIntervalBytes = 4096

    public init() {}
}
