/// What a topic asks of the records produced to it: its configuration, as far as records are concerned.
public struct TopicRecordPolicy: Hashable, Sendable {
    /// Bytes of a batch as it is stored (`max.message.bytes`).
    public var batchBytesMax = 1_048_588
    /// `message.timestamp.type`
    public var timestampType = TimestampType.createTime
    /// How far before the present a record's timestamp may lie, in milliseconds (`message.timestamp.before.max.ms`).
    public var timestampBeforeMax = Int64.max
    /// How far ahead of the present a record's timestamp may lie, in milliseconds (`message.timestamp.after.max.ms`).
    public var timestampAfterMax: Int64 = 3_600_000
    /// `compression.type`
    public var compression = TopicCompression.producer
    /// Whether every record must have a key (`cleanup.policy` has `compact`).
    public var requiresKeys = false
    /// Bytes that the records of one batch may decompress to. A batch that makes more is refused as too large.
    public var decompressedBytesMax = 128 << 20

    public init() {}
}

/// How a topic stores its batches (`compression.type`).
public enum TopicCompression: Hashable, Sendable {
    /// As the producer sent them.
    case producer
    /// With this codec, whatever the producer sent. A level of nil is the library's default.
    case codec(CompressionCodec, level: Int32? = nil)
}
