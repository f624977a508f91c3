public import NIOCore

/// The record formats before KIP-98: messages one after another, each
///
///     offset 8 | size 4 | crc 4 | magic 1 | attributes 1 | timestamp 8 (magic 1 only) | key length 4, key | value length 4, value
///
/// big-endian, with CRC-32 from the magic to the end. A compressed set is the value of one wrapper message, whose offset is that of the last
/// message inside; inside, magic 0 has absolute offsets and magic 1 relative ones (KIP-31).
public enum MessageSet {
    /// Which of the two formats.
    public enum Format: Int8, Sendable {
        /// Kafka 0.8 and 0.9: no timestamps.
        case magic0 = 0
        /// Kafka 0.10: timestamps (KIP-32), relative offsets in wrappers.
        case magic1 = 1
    }

    /// All messages, unwrapped, with absolute offsets. Fields are copies or slices of what was decompressed.
    ///
    /// - Parameters:
    ///   - set: messages of either format, whole to the last.
    ///   - limit: bytes that all the wrappers together may decompress to.
    /// - Throws: `.corrupt` for a checksum that does not match or a size that cannot be, `.incomplete` for a cut, `.tooLarge` beyond the limit,
    ///   `.unsupportedCompression` for codecs these formats do not have, `.invalid` for anything else.
    public static func records(in set: ByteBuffer, limit: Int) throws(RecordsError) -> [Record] {
        var records: [Record] = []
        try MessageSetReader.visit(set, limit: limit) { (message, offset, timestamp) throws(RecordsError) in
            records.append(
                Record(
                    offset: offset, timestamp: timestamp, key: message.key.map { ByteBuffer(bytes: $0) },
                    value: message.value.map { ByteBuffer(bytes: $0) }))
        }
        return records
    }

    /// One batch of magic 2 with the messages of a set, in order, at offsets from 0 on, with the codec of the set's first wrapper.
    ///
    /// - Parameter limit: bytes that all the wrappers together may decompress to.
    /// - Throws: as ``records(in:limit:)``, and `.invalid` for a set without messages.
    static func upConverted(_ set: ByteBuffer, limit: Int) throws(RecordsError) -> ByteBuffer {
        var options = RecordBatchBuilder.Options()
        options.codec = try MessageSetReader.codec(of: set)
        var builder = RecordBatchBuilder(options, capacity: set.readableBytes)
        var count: Int32 = 0
        try MessageSetReader.visit(set, limit: limit) { (message, _, timestamp) throws(RecordsError) in
            try builder.append(
                offsetDelta: count, timestamp: timestamp, key: message.key, value: message.value, headerCount: 0,
                headerBytes: UnsafeRawBufferPointer(start: nil, count: 0))
            count += 1
        }
        return try builder.finish()
    }
}
