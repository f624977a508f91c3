import Environment
public import NIOCore

extension PartitionLog {
    /// Captures what a checkpoint has to make durable, and the manifest that says so. Appends may go on while it runs.
    ///
    /// - Parameters:
    ///   - applied: the last Raft entry whose effect is in the log and in `ownerState`.
    ///   - ownerState: given back by ``open(_:directory:configuration:replayableFrom:)``; at most 2 GiB, and better a few kB.
    /// - Precondition: no other checkpoint of this log is under way.
    /// - Throws: only if the directory of a partition without records cannot be made, or the file of a segment cannot be opened.
    public func beginCheckpoint(applied: AppliedPosition, ownerState: ByteBuffer) throws(RecordLogError) -> CheckpointJob {
        invariant(!checkpointInFlight, "a log has one checkpoint at a time")
        if !hasDirectory {
            try onDisk { () throws(DiskError) in try disk.createDirectory(directory) }
            hasDirectory = true
        }
        var job = CheckpointJob(
            disk: disk, directory: directory, applied: applied, isFirst: !isDirectoryDurable, mutant: configuration.mutant)
        for segment in segments {
            if segment.isDirty { job.files.append(try file(of: segment)) }
            job.sizes.append((segment.baseOffset, segment.size))
            if let index = segment.index, index.coveredBytes == segment.size, wantsIndexFile(segment) {
                job.indexes.append(
                    (
                        SegmentFiles.index(segment.baseOffset), index.encoded(baseOffset: segment.baseOffset), segment.baseOffset,
                        segment.size
                    ))
            }
        }
        job.obsolete = obsolete
        job.manifest = manifest(applied: applied, ownerState: ownerState).encoded()
        checkpointInFlight = true
        return job
    }

    /// Takes note of a checkpoint that has run.
    public func finishCheckpoint(_ result: CheckpointResult) {
        invariant(checkpointInFlight, "a checkpoint that ends has begun")
        checkpointInFlight = false
        for (base, covers) in result.indexes { segment(base)?.indexFileCovers = covers }
        guard result.isDurable else { return }
        isDirectoryDurable = true
        checkpointed = result.applied
        for (base, size) in result.sizes { segment(base)?.durableSize = size }
        if !result.removed.isEmpty { obsolete.removeAll(where: result.removed.contains) }
    }

    /// What a checkpoint would write down now.
    func manifest(applied: AppliedPosition, ownerState: ByteBuffer) -> Manifest {
        Manifest(
            applied: applied, startOffset: startOffset, endOffset: endOffset,
            segments: segments.map {
                Manifest.SegmentEntry(
                    baseOffset: $0.baseOffset, endOffset: $0.endOffset, size: $0.size, firstTimestamp: $0.firstTimestamp,
                    maxTimestamp: $0.maxTimestamp, maxTimestampOffset: $0.maxTimestampOffset)
            },
            epochs: epochs, marks: marks, ownerState: Array(ownerState.readableBytesView))
    }

    /// A sealed segment's index is written once; that of the last one when enough has come that a scan would be felt.
    private func wantsIndexFile(_ segment: Segment) -> Bool {
        let fresh = segment.size - segment.indexFileCovers
        return segment === segments.last ? fresh >= Segment.indexFileLagMax : fresh > 0
    }

    /// The segment with exactly this base offset; nil if it is gone.
    private func segment(_ base: Int64) -> Segment? {
        guard let number = segmentNumber(for: base), segments[number].baseOffset == base else { return nil }
        return segments[number]
    }
}
