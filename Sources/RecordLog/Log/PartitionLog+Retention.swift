public import Environment

extension PartitionLog {
    /// Moves the log's start, as decided elsewhere (retention, DeleteRecords) and logged. Below ``startOffset`` it does nothing; above
    /// ``endOffset`` it moves to the end.
    ///
    /// Segments that lie wholly below leave the log at once, also the last one; their files go with the next checkpoint. Readers that hold a
    /// ``SegmentRegion`` of them keep it.
    public func advanceLogStart(to offset: Int64) {
        let offset = min(offset, endOffset)
        guard offset > startOffset else { return }
        startOffset = offset
        drop { $0.endOffset <= offset }
        epochs.removeBelow(offset)
        marks.removeBelow(offset)
        cursors.removeBelow(offset)
    }

    /// Empties the log and lets it begin at `offset`: before a snapshot is installed whose log start lies beyond this log's end.
    ///
    /// - Precondition: `offset` is not below ``endOffset``.
    public func restart(at offset: Int64) {
        invariant(offset >= endOffset, "committed records are not taken back")
        drop { _ in true }
        startOffset = offset
        endOffset = offset
        epochs = EpochTable()
        marks.removeAll()
        tail = TailCache()
        cursors = ReadCursors()
    }

    /// Takes over the leader's epoch table when a snapshot is installed: the batches that follow bring nothing newer.
    public func adoptEpochs(_ table: EpochTable) {
        epochs = table
        epochs.removeBelow(startOffset)
    }

    /// Where the log would start if `retention.ms` and `retention.bytes` were applied now: a decision only, to be logged and carried out by
    /// ``advanceLogStart(to:)``. Whole segments, oldest first, also the last one, as Kafka does.
    ///
    /// - Parameters:
    ///   - time: nil for no limit. A segment without timestamps does not expire.
    ///   - bytes: nil for no limit.
    /// - Returns: nil if nothing is to go.
    public func retentionCandidate(at now: WallTime, time: Duration?, bytes: Int64?) -> Int64? {
        var start = startOffset
        var excess = bytes.map { byteCount - max(0, $0) } ?? 0
        for segment in segments {
            let isOld = time.map { isExpired(segment, at: now, after: $0) } ?? false
            let isExcess = bytes != nil && excess >= segment.size
            guard isOld || isExcess else { break }
            excess -= segment.size
            start = segment.endOffset
        }
        return start > startOffset ? start : nil
    }

    private func isExpired(_ segment: Segment, at now: WallTime, after time: Duration) -> Bool {
        guard segment.maxTimestamp >= 0 else { return false }
        let (age, overflow) = now.milliseconds.subtractingReportingOverflow(segment.maxTimestamp)
        return !overflow && age > time.milliseconds
    }

    private func drop(while gone: (Segment) -> Bool) {
        let count = segments.firstIndex { !gone($0) } ?? segments.count
        guard count > 0 else { return }
        obsolete += segments[..<count].map(\.baseOffset)
        segments.removeFirst(count)
        if segments.isEmpty { tail = TailCache() }
    }
}
