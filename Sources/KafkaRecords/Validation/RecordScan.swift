/// One pass over the records of a produced batch: every record is well formed, there are as many as the header says, and each keeps the
/// topic's rules.
struct RecordScan {
    struct Rules {
        var requiresKeys: Bool
        /// Nil if the log gives the timestamps.
        var timestamps: ClosedRange<Int64>?

        init(_ policy: TopicRecordPolicy, now: Int64) {
            requiresKeys = policy.requiresKeys
            guard policy.timestampType == .createTime else { return }
            let (low, under) = now.subtractingReportingOverflow(max(0, policy.timestampBeforeMax))
            let (high, over) = now.addingReportingOverflow(max(0, policy.timestampAfterMax))
            timestamps = (under ? .min : low)...(over ? .max : high)
        }
    }

    private(set) var maxTimestamp = Int64.min
    /// Whether the records' offset deltas are 0, 1, 2, ...
    private(set) var isInOrder = true

    /// Records of one batch that are told one by one. What is over is left out: an answer must not be larger than the question.
    private static let faultsMax = 1000

    /// - Throws: `.invalid` for a broken record or a wrong count, `.rejected` or `.timestampsOutOfRange` with all the records that break a rule.
    init(_ bytes: UnsafeRawBufferPointer, of header: RecordBatchHeader, rules: Rules) throws(RecordsError) {
        var reader = RecordReader(bytes)
        var keyless: [RecordFault] = []
        var untimely: [RecordFault] = []
        for index in 0..<header.recordCount {
            let fields = try reader.next()
            guard fields.offsetDelta >= 0, fields.offsetDelta <= header.lastOffsetDelta else {
                throw .invalid("A record with offset delta \(fields.offsetDelta) in a batch that ends at \(header.lastOffsetDelta)")
            }
            if fields.offsetDelta != index { isInOrder = false }
            let (timestamp, overflow) = header.baseTimestamp.addingReportingOverflow(fields.timestampDelta)
            guard !overflow else { throw .invalid("A record's timestamp is beyond the largest number") }
            maxTimestamp = max(maxTimestamp, timestamp)

            if rules.requiresKeys, fields.key == nil, keyless.count < Self.faultsMax {
                keyless.append(RecordFault(index: index, message: "Compacted topic cannot accept message without key"))
            }
            // -1 says that there is no timestamp.
            if let range = rules.timestamps, !range.contains(timestamp), timestamp != -1, untimely.count < Self.faultsMax {
                untimely.append(RecordFault(index: index, message: Self.untimely(timestamp, index: index, range: range)))
            }
        }
        guard reader.isAtEnd else { throw RecordReader.tooManyBytes }
        guard keyless.isEmpty else { throw .rejected(keyless) }
        guard untimely.isEmpty else { throw .timestampsOutOfRange(untimely) }
    }

    private static func untimely(_ timestamp: Int64, index: Int32, range: ClosedRange<Int64>) -> String {
        "Timestamp \(timestamp) of message with offset \(index) is out of range. "
            + "The timestamp should be within [\(range.lowerBound), \(range.upperBound)]"
    }
}
