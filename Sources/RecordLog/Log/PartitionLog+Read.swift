import Environment
import KafkaRecords

extension PartitionLog {
    /// Whole batches from the one that holds `offset` on, of one segment: from memory if it is among the newest, else where they lie in a file.
    ///
    /// May read from the disk to find them, but reads no records.
    /// - Parameters:
    ///   - limit: no batch that reaches to this offset or beyond: the high watermark, or the last stable offset.
    ///   - maxBytes: no more than this.
    ///   - minOneBatch: the first batch is given even if it alone has more bytes (KIP-74).
    /// - Returns: an empty read if there is nothing below the limit.
    /// - Throws: ``RecordLogError/offsetOutOfRange(_:start:end:)`` if `offset` is below ``startOffset`` or above ``endOffset``.
    public func read(from offset: Int64, upTo limit: Int64, maxBytes: Int, minOneBatch: Bool) throws(RecordLogError) -> LogRead {
        guard offset >= startOffset, offset <= endOffset else {
            throw .offsetOutOfRange(offset, start: startOffset, end: endOffset)
        }
        let limit = min(limit, endOffset)
        if offset >= limit { return .empty(at: offset) }
        let maxBytes = max(0, maxBytes)
        if let read = tail.read(from: offset, upTo: limit, maxBytes: maxBytes, minOneBatch: minOneBatch) { return read }
        guard let number = segmentNumber(for: offset) ?? (segments.isEmpty ? nil : 0) else { return .empty(at: offset) }
        for segment in segments[number...] {
            // The segment's last batches may be compacted away: then the next one begins with what is sought.
            if segment.endOffset <= offset { continue }
            return try searching(segment) { index, file throws(RecordLogError) in
                try read(from: offset, upTo: limit, maxBytes: maxBytes, minOneBatch: minOneBatch, in: segment, index, file)
            }
        }
        return .empty(at: offset)
    }

    private func read(
        from offset: Int64, upTo limit: Int64, maxBytes: Int, minOneBatch: Bool, in segment: Segment, _ index: SegmentIndex,
        _ file: any DiskFile
    ) throws(RecordLogError) -> LogRead {
        guard let first = try batch(at: offset, in: segment, index, file) else { return .empty(at: offset) }
        if first.header.nextOffset > limit { return .empty(at: offset) }
        if first.size > maxBytes && !minOneBatch { return .empty(at: offset) }
        var end = first.end
        var next = first.header.nextOffset
        let endMax = first.position + Int64(maxBytes)
        if segment.size <= endMax && segment.endOffset <= limit {
            end = segment.size
            next = segment.endOffset
        } else if end < endMax {
            // The index brings us near the end; from there, batch by batch.
            if let hint = index.floor(position: endMax, relativeOffset: limit - segment.baseOffset), Int64(hint.position) > end {
                end = Int64(hint.position)
                next = segment.baseOffset + Int64(hint.relativeOffset)
            }
            var scanner = BatchScanner(file, of: segment, from: end, offset: next)
            while scanner.position < endMax, let frame = try scanner.next(), frame.end <= endMax, frame.header.nextOffset <= limit {
                end = frame.end
                next = frame.header.nextOffset
            }
        }
        cursors.moved(from: offset, to: ReadCursors.Cursor(segment: segment.baseOffset, offset: next, position: end))
        let region = SegmentRegion(file: file, position: first.position, count: Int(end - first.position))
        return LogRead(baseOffset: first.header.baseOffset, nextOffset: next, byteCount: region.count, body: .file(region))
    }

    /// The batch in a segment that holds an offset, or else the next one; nil if there is none.
    func batch(
        at offset: Int64, in segment: Segment, _ index: SegmentIndex, _ file: any DiskFile
    ) throws(RecordLogError) -> BatchScanner.Frame? {
        var scanner: BatchScanner
        if let position = cursors.position(of: offset, in: segment.baseOffset) {
            scanner = BatchScanner(file, of: segment, from: position, offset: offset)
        } else {
            scanner = BatchScanner(file, of: segment, from: index.floor(relativeOffset: offset - segment.baseOffset))
        }
        while let frame = try scanner.next() {
            if frame.header.nextOffset > offset { return frame }
        }
        return nil
    }
}
