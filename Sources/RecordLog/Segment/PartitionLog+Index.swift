import Environment
import KafkaRecords

extension PartitionLog {
    /// The number of the last segment that begins at or before an offset; nil if none does.
    func segmentNumber(for offset: Int64) -> Int? {
        var low = 0
        var high = segments.count
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].baseOffset <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? low - 1 : nil
    }

    /// Searches a segment with the help of its index. An index that leads to a place where no batch lies is made anew, once: only if the
    /// segment itself does not read is it damaged.
    func searching<Value>(
        _ segment: Segment, _ search: (SegmentIndex, any DiskFile) throws(RecordLogError) -> Value
    ) throws(RecordLogError) -> Value {
        let file = try file(of: segment)
        do throws(RecordLogError) {
            return try search(completeIndex(of: segment, in: file), file)
        } catch {
            guard case .corrupt = error, segment.mayHaveIndexFile, segment.indexFileCovers > 0 else { throw error }
            segment.mayHaveIndexFile = false
            segment.indexFileCovers = 0
            segment.index = nil
            return try search(completeIndex(of: segment, in: file), file)
        }
    }

    /// Takes the index of a segment from its file, if there is a good one, so that appends go on with it. Without one the index is made when
    /// it is first needed.
    func adoptIndexFile(of segment: Segment) throws(RecordLogError) {
        guard segment.mayHaveIndexFile, let index = try readIndexFile(of: segment) else { return }
        segment.index = index
        _ = try searching(segment) { _, _ throws(RecordLogError) in }
    }

    /// The index of a segment, up to its end.
    private func completeIndex(of segment: Segment, in file: any DiskFile) throws(RecordLogError) -> SegmentIndex {
        if let index = segment.index, index.coveredBytes == segment.size { return index }
        var index = segment.index
        if index == nil { index = try readIndexFile(of: segment) }
        let complete = try complete(index ?? SegmentIndex(interval: configuration.limits.indexIntervalBytes), of: segment, in: file)
        segment.index = complete
        return complete
    }

    /// Goes through the part of a segment that its index lacks.
    private func complete(
        _ known: SegmentIndex, of segment: Segment, in file: any DiskFile
    ) throws(RecordLogError) -> SegmentIndex {
        var index = known
        let offset = segment.baseOffset + Int64(index.entries.last?.relativeOffset ?? 0)
        var scanner = BatchScanner(file, of: segment, from: index.coveredBytes, offset: offset)
        while let frame = try scanner.next() {
            index.note(
                relativeOffset: frame.header.baseOffset - segment.baseOffset, size: frame.size, maxTimestamp: frame.header.maxTimestamp)
        }
        return index
    }

    /// - Returns: nil if there is none, or it is damaged.
    private func readIndexFile(of segment: Segment) throws(RecordLogError) -> SegmentIndex? {
        guard segment.mayHaveIndexFile else { return nil }
        let path = path(SegmentFiles.index(segment.baseOffset))
        var index: SegmentIndex?
        do throws(DiskError) {
            let bytes = try disk.contents(path, max: SegmentIndex.fileBytesMax)
            index = bytes.flatMap { SegmentIndex(decoding: $0, baseOffset: segment.baseOffset) }
        } catch {
            if error.kind != .notFound { throw .disk(error) }
        }
        segment.mayHaveIndexFile = index != nil
        index?.cut(to: segment.size)
        segment.indexFileCovers = index?.coveredBytes ?? 0
        return index
    }
}
