import KafkaRecords
import NIOCore

/// Looks for a record inside of a batch.
enum RecordSearch {
    /// The first record of a batch at or after both a timestamp and an offset.
    static func first(
        in batch: ByteBuffer, _ header: RecordBatchHeader, atOrAfter timestamp: Int64, from offset: Int64
    ) -> (offset: Int64, timestamp: Int64)? {
        guard header.maxTimestamp >= timestamp, header.nextOffset > offset else { return nil }
        return (max(header.baseOffset, offset), header.maxTimestamp)
    }
}
