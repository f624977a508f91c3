import Environment

/// One segment file of a partition: batches from its base offset on. Confined to the partition's core.
final class Segment {
    /// The offset the first batch had to have at least; names the file.
    let baseOffset: Int64
    /// Behind the last batch.
    var endOffset: Int64
    /// Bytes of the file that belong to the log. What may lie beyond is left of a write that failed, and is written over.
    var size: Int64 = 0
    /// Bytes that the last checkpoint made durable and wrote down.
    var durableSize: Int64 = 0
    /// The largest timestamp of the first batch; -1 if it had none.
    var firstTimestamp: Int64 = -1
    /// The largest timestamp; -1 for none.
    var maxTimestamp: Int64 = -1
    /// The base offset of the first batch that has it.
    var maxTimestampOffset: Int64 = -1
    /// Open while something is not durable (a failed write-back is told only to those who had the file open), or in use.
    var file: (any DiskFile)?
    /// Nil until it is needed.
    var index: SegmentIndex?
    /// Bytes covered by the index file, as far as is known.
    var indexFileCovers: Int64 = 0
    /// Whether to look for an index file; and whether the index came from there.
    var mayHaveIndexFile = true

    init(baseOffset: Int64) {
        self.baseOffset = baseOffset
        endOffset = baseOffset
    }

    var isDirty: Bool { size > durableSize }

    /// Whether a batch has to go into a new segment (Kafka: `LogSegment.shouldRoll`), once this one has `size` bytes.
    func mustRoll(
        before batch: LogBatch, of bytes: Int, at size: Int64, firstTimestamp: Int64, _ configuration: LogConfiguration
    ) -> Bool {
        guard size > 0 else { return false }
        if size > configuration.segmentBytes - Int64(bytes) || size + Int64(bytes) > Int64(UInt32.max) { return true }
        if batch.lastOffset - baseOffset > Int64(Int32.max) { return true }
        guard firstTimestamp >= 0, batch.maxTimestamp > firstTimestamp else { return false }
        return batch.maxTimestamp - firstTimestamp > configuration.segmentTime.milliseconds
    }

    /// Takes note of a batch that has been written behind the others.
    func commit(_ batch: LogBatch, size batchSize: Int) {
        if size == 0 { firstTimestamp = batch.maxTimestamp }
        if batch.maxTimestamp > maxTimestamp {
            maxTimestamp = batch.maxTimestamp
            maxTimestampOffset = batch.baseOffset
        }
        index?.note(relativeOffset: batch.baseOffset - baseOffset, size: batchSize, maxTimestamp: batch.maxTimestamp)
        size += Int64(batchSize)
        endOffset = batch.lastOffset + 1
    }
}

extension Segment {
    /// Bytes of the last segment that its index file may lack: so much is scanned at most to complete it.
    static let indexFileLagMax: Int64 = 4 << 20

    /// Closes the file, and forgets the index if it is easily had again.
    func release() {
        file = nil
        if size - indexFileCovers < Self.indexFileLagMax { index = nil }
    }
}
