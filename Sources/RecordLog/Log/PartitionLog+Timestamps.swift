import Environment
import KafkaRecords
import NIOCore

extension PartitionLog {
    /// The first record, by offset, whose timestamp is at or after `timestamp` (ListOffsets by time). Reads from the disk.
    ///
    /// - Returns: nil if there is none. It may lie beyond the high watermark: the caller knows that, not the log.
    public func firstRecord(atOrAfter timestamp: Int64) throws(RecordLogError) -> TimestampedOffset? {
        for segment in segments where segment.maxTimestamp >= timestamp {
            let found = try searching(segment) { index, file throws(RecordLogError) -> TimestampedOffset? in
                let hint = index.floor(timestamp: timestamp)
                var scanner = BatchScanner(
                    file, from: Int64(hint?.position ?? 0), offset: segment.baseOffset + Int64(hint?.relativeOffset ?? 0),
                    limit: segment.size)
                while let frame = try scanner.next() {
                    guard frame.header.maxTimestamp >= timestamp, frame.header.nextOffset > startOffset else { continue }
                    if let found = try record(atOrAfter: timestamp, in: frame, of: file) { return found }
                }
                return nil
            }
            if let found { return found }
        }
        return nil
    }

    /// The first record that has the largest timestamp of all (ListOffsets -3, KIP-734). Reads from the disk.
    ///
    /// - Returns: nil if no record has a timestamp.
    public func recordWithMaxTimestamp() throws(RecordLogError) -> TimestampedOffset? {
        var newest: Segment?
        for segment in segments where segment.maxTimestamp > newest?.maxTimestamp ?? -1 { newest = segment }
        guard let newest else { return nil }
        let found = try searching(newest) { index, file throws(RecordLogError) -> TimestampedOffset? in
            guard let frame = try batch(at: newest.maxTimestampOffset, in: newest, index, file) else { return nil }
            return try record(atOrAfter: newest.maxTimestamp, in: frame, of: file)
        }
        // The batch that has it may lie below the log's start, in a segment that is only partly readable.
        if let found { return found }
        return try firstRecord(atOrAfter: newest.maxTimestamp)
    }

    private func record(
        atOrAfter timestamp: Int64, in frame: BatchScanner.Frame, of file: any DiskFile
    ) throws(RecordLogError) -> TimestampedOffset? {
        let batch = try FileRegion(file: file, position: frame.position, count: frame.size).readBytes()
        guard let found = RecordSearch.first(in: batch, frame.header, atOrAfter: timestamp, from: startOffset) else { return nil }
        return TimestampedOffset(offset: found.offset, timestamp: found.timestamp, leaderEpoch: frame.header.partitionLeaderEpoch)
    }
}
