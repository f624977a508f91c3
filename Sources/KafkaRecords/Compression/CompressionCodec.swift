/// How the records of a batch, or the messages inside a wrapper message, are compressed. The raw value is what stands in the lowest three
/// bits of the attributes.
public enum CompressionCodec: UInt8, CaseIterable, Sendable {
    case none = 0
    case gzip = 1
    case snappy = 2
    case lz4 = 3
    /// Only in batches of magic 2, and only for clients of Produce v7 and Fetch v10 on (KIP-110).
    case zstd = 4
}
