import Environment
import NIOCore

extension PartitionLog {
    /// Writes committed batches behind the log's end (page cache; durable with the next checkpoint), each segment's in one call.
    ///
    /// A new segment begins as Kafka begins one: when a batch would not fit into `segment.bytes`, or is more than `segment.ms` newer than the
    /// segment's first, or its offset lies too far from the segment's base.
    ///
    /// - Precondition: the batches' offsets ascend from ``endOffset``; gaps are allowed.
    /// - Throws: ``RecordLogError/disk(_:)``. Nothing has changed then, and the same append can be tried again: what part of it has reached
    ///   a file lies beyond the log's end and is written over.
    public func append(_ batches: [LogBatch]) throws(RecordLogError) {
        if batches.isEmpty { return }
        let runs = try runs(of: batches)
        var pieces: [TailPiece] = []
        for run in runs {
            let first = pieces.count
            collect(batches[run.batches], of: run.segment, into: &pieces)
            try write(pieces[first...], of: run)
        }
        // Everything is written: from here on nothing fails.
        for run in runs { commit(batches[run.batches], to: run.segment) }
        for piece in pieces { tail.append(piece) }
        tail.trim(to: configuration.limits.tailBytesMax)
    }

    /// Successive batches for one segment.
    private struct Run {
        /// Part of the log only when all is written, if it is new.
        var segment: Segment
        /// Where in the file the first one goes.
        var position: Int64
        var batches: Range<Int>
    }

    /// Decides which batch goes where.
    private func runs(of batches: [LogBatch]) throws(RecordLogError) -> [Run] {
        if let last = segments.last, last.index == nil { try adoptIndexFile(of: last) }
        var runs: [Run] = []
        // The last segment, and how it will be when the batches before this one are in it.
        var segment = segments.last
        var size = segment?.size ?? 0
        var firstTimestamp = segment?.firstTimestamp ?? -1
        var end = endOffset
        for (number, batch) in batches.enumerated() {
            let bytes = batch.size
            invariant(batch.baseOffset >= end && batch.lastOffset >= batch.baseOffset, "the offsets of appended batches ascend")
            invariant(bytes >= BatchPrefix.byteCount, "an appended batch has a header")
            end = batch.lastOffset + 1
            if segment?.mustRoll(before: batch, of: bytes, at: size, firstTimestamp: firstTimestamp, configuration) ?? true {
                let new = Segment(baseOffset: batch.baseOffset)
                new.index = SegmentIndex(interval: configuration.limits.indexIntervalBytes)
                segment = new
                size = 0
                firstTimestamp = batch.maxTimestamp
                runs.append(Run(segment: new, position: 0, batches: number..<number))
            } else if runs.isEmpty, let segment {
                runs.append(Run(segment: segment, position: size, batches: number..<number))
            }
            runs[runs.count - 1].batches = runs[runs.count - 1].batches.lowerBound..<number + 1
            size += Int64(bytes)
        }
        return runs
    }

    /// Makes tail pieces of batches: large ones as they came, small ones copied together, since a slice of a large network buffer would keep
    /// all of it in memory.
    private func collect(_ batches: ArraySlice<LogBatch>, of segment: Segment, into pieces: inout [TailPiece]) {
        var joining = false
        for batch in batches {
            let fills = batch.rest.isEmpty && batch.bytes.readableBytes * 2 >= batch.bytes.storageCapacity
            if fills {
                pieces.append(
                    TailPiece(
                        segment: segment.baseOffset, baseOffset: batch.baseOffset, endOffset: batch.lastOffset + 1, bytes: batch.bytes))
                joining = false
                continue
            }
            if !joining || pieces[pieces.count - 1].bytes.readableBytes >= TailCache.unitedBytesMax {
                var bytes = ByteBuffer()
                bytes.reserveCapacity(batch.size)
                pieces.append(
                    TailPiece(segment: segment.baseOffset, baseOffset: batch.baseOffset, endOffset: batch.lastOffset + 1, bytes: bytes))
                joining = true
            }
            pieces[pieces.count - 1].bytes.writeImmutableBuffer(batch.bytes)
            for piece in batch.rest { pieces[pieces.count - 1].bytes.writeImmutableBuffer(piece) }
            pieces[pieces.count - 1].endOffset = batch.lastOffset + 1
        }
    }

    private func write(_ pieces: ArraySlice<TailPiece>, of run: Run) throws(RecordLogError) {
        let file = run.position == 0 ? try create(run.segment) : try self.file(of: run.segment)
        // The pointers stay valid: `pieces` keeps the storage, and nobody writes to it.
        let raw = pieces.map { $0.bytes.withUnsafeReadableBytesWithStorageManagement { bytes, _ in bytes } }
        try withExtendedLifetime(pieces) { () throws(RecordLogError) in
            try onDisk { () throws(DiskError) in try file.write(at: run.position, raw) }
        }
    }

    /// Makes the file of a new segment. What lies there is left of an append that failed.
    private func create(_ segment: Segment) throws(RecordLogError) -> any DiskFile {
        try onDisk { () throws(DiskError) in
            if !hasDirectory { try disk.createDirectory(directory) }
            hasDirectory = true
            let file = try disk.open(path(SegmentFiles.log(segment.baseOffset)), .create)
            if try file.size() > 0 { try file.truncate(to: 0) }
            segment.file = file
            return file
        }
    }

    private func commit(_ batches: ArraySlice<LogBatch>, to segment: Segment) {
        if segment !== segments.last { segments.append(segment) }
        for batch in batches {
            let size = batch.size
            segment.commit(batch, size: size)
            epochs.begin(batch.leaderEpoch, at: batch.baseOffset)
            endOffset = batch.lastOffset + 1
            marks.note(AppliedMarks.Mark(endOffset: endOffset, applied: batch.applied), bytes: size)
        }
    }
}
