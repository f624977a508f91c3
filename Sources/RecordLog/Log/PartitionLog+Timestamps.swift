import Environment
import KafkaRecords
import NIOCore

extension PartitionLog {
    /// The first record, by offset, whose timestamp is at or after `timestamp` (ListOffsets by time). Reads from the disk.
    ///
    /// - Returns: nil if there is none. It may lie beyond the high watermark: the caller knows that, not the log.
    public func firstRecord(atOrAfter timestamp: Int64) throws(RecordLogError) -> FoundRecord? {
        for segment in segments where segment.maxTimestamp >= timestamp {
            let found = try searching(segment) { index, file throws(RecordLogError) -> FoundRecord? in
                var scanner = BatchScanner(file, of: segment, from: index.floor(timestamp: timestamp))
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

    /// The first record that has the largest timestamp of all that can be read (ListOffsets -3, KIP-734): if none has a timestamp, the first
    /// of all, as in Kafka. Reads from the disk.
    ///
    /// - Returns: nil if there is no record.
    public func recordWithMaxTimestamp() throws(RecordLogError) -> FoundRecord? {
        var newest: Int64 = -1
        for segment in segments {
            // What the segment says may be true of a record below the log's start.
            let isWhole = segment.maxTimestampOffset >= startOffset
            let timestamp = isWhole || segment.maxTimestamp <= newest ? segment.maxTimestamp : try readableMaxTimestamp(of: segment)
            newest = max(newest, timestamp)
        }
        return try firstRecord(atOrAfter: newest >= 0 ? newest : .min)
    }

    /// The largest timestamp of the records of a segment that are not below the log's start; -1 for none.
    private func readableMaxTimestamp(of segment: Segment) throws(RecordLogError) -> Int64 {
        try searching(segment) { index, file throws(RecordLogError) in
            guard let first = try batch(at: startOffset, in: segment, index, file) else { return -1 }
            var newest: Int64 = -1
            if first.header.baseOffset < startOffset {
                try inside(first, of: file) { (batch) throws(RecordsError) in
                    try batch.forEachRecord(limit: configuration.limits.searchBytesMax) { record in
                        if record.offset >= startOffset { newest = max(newest, record.timestamp) }
                        return true
                    }
                }
            } else {
                newest = first.header.maxTimestamp
            }
            var scanner = BatchScanner(file, of: segment, from: first.end, offset: first.header.nextOffset)
            while let frame = try scanner.next() { newest = max(newest, frame.header.maxTimestamp) }
            return newest
        }
    }

    private func record(
        atOrAfter timestamp: Int64, in frame: BatchScanner.Frame, of file: any DiskFile
    ) throws(RecordLogError) -> FoundRecord? {
        let epoch = frame.header.partitionLeaderEpoch
        var found: TimestampedOffset?
        let isOpen = try inside(frame, of: file) { (batch) throws(RecordsError) in
            found = try batch.firstRecord(atOrAfter: timestamp, from: startOffset, limit: configuration.limits.searchBytesMax)
        }
        if !isOpen {
            return FoundRecord(
                offset: max(frame.header.baseOffset, startOffset), timestamp: frame.header.maxTimestamp, leaderEpoch: epoch)
        }
        return found.map { FoundRecord(offset: $0.offset, timestamp: $0.timestamp, leaderEpoch: epoch) }
    }

    /// Looks into a batch's records.
    ///
    /// - Returns: false if it is not to be opened, since it would become too large: its header is as near as we come then.
    @discardableResult
    private func inside(
        _ frame: BatchScanner.Frame, of file: any DiskFile, _ look: (RecordBatch) throws(RecordsError) -> Void
    ) throws(RecordLogError) -> Bool {
        let bytes = try SegmentRegion(file: file, position: frame.position, count: frame.size).readBytes()
        do throws(RecordsError) {
            try look(RecordBatch(parsing: bytes))
            return true
        } catch {
            if case .tooLarge = error { return false }
            throw .corrupt(file: file.path, position: frame.position, offset: frame.header.baseOffset, reason: "\(error)")
        }
    }
}
