/// A record's place in the log and in time (ListOffsets).
public struct TimestampedOffset: Hashable, Sendable {
    public var offset: Int64
    /// Milliseconds since the epoch.
    public var timestamp: Int64

    public init(offset: Int64, timestamp: Int64) {
        self.offset = offset
        self.timestamp = timestamp
    }
}

extension RecordBatch {
    /// The first record with a timestamp of `timestamp` or later, at `startOffset` or behind; nil if there is none in this batch.
    ///
    /// - Parameter limit: bytes that the records may decompress to.
    /// - Throws: as ``forEachRecord(limit:_:)``.
    public func firstRecord(
        atOrAfter timestamp: Int64, from startOffset: Int64 = .min, limit: Int
    ) throws(RecordsError) -> TimestampedOffset? {
        guard header.maxTimestamp >= timestamp else { return nil }
        return try first(limit: limit) { $0.timestamp >= timestamp && $0.offset >= startOffset }
    }

    /// The first of the records that have the batch's largest timestamp; nil for a batch without records.
    ///
    /// - Parameter limit: bytes that the records may decompress to.
    /// - Throws: as ``forEachRecord(limit:_:)``.
    public func recordOfMaxTimestamp(limit: Int) throws(RecordsError) -> TimestampedOffset? {
        var best: TimestampedOffset?
        try forEachRecord(limit: limit) { record in
            if best.map({ $0.timestamp < record.timestamp }) ?? true {
                best = TimestampedOffset(offset: record.offset, timestamp: record.timestamp)
            }
            // The header tells the largest, so there is no need to go on behind it.
            return record.timestamp < header.maxTimestamp
        }
        return best
    }

    private func first(limit: Int, where matches: (RecordView) -> Bool) throws(RecordsError) -> TimestampedOffset? {
        var found: TimestampedOffset?
        try forEachRecord(limit: limit) { record in
            guard matches(record) else { return true }
            found = TimestampedOffset(offset: record.offset, timestamp: record.timestamp)
            return false
        }
        return found
    }
}
