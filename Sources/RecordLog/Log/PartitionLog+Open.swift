public import Environment
import KafkaRecords
public import NIOCore

extension PartitionLog {
    /// A log as the last checkpoint left it, and from where the journal has to replay.
    public struct Opened {
        public let log: PartitionLog
        /// The last Raft entry whose effect is in the log and in ``ownerState``. The entries after it are to be applied again; they must
        /// not be forgotten before another checkpoint has finished (see ``PartitionLog/checkpointed``).
        public let applied: AppliedPosition
        public let ownerState: ByteBuffer
    }

    /// Opens the log of a partition, or makes a new one if its directory is not there (nothing is written before the first append or checkpoint).
    ///
    /// Reads the manifest and the files' sizes, no records: see ``verify()`` for those. What lies beyond the last checkpoint is cut off and
    /// deleted, since the journal brings it again.
    /// - Parameters:
    ///   - directory: of this partition alone, below the data directory.
    ///   - replayableFrom: the first Raft index that the journal can replay for this group; 1 if it has everything.
    /// - Throws: if a file has less than the last checkpoint made durable, if the manifest is damaged, or if it is older than the journal's
    ///   first entry. Nothing has been cut or deleted then.
    public static func open(
        _ disk: any Disk, directory: String, configuration: LogConfiguration, replayableFrom: UInt64 = 1
    ) throws(RecordLogError) -> Opened {
        let log = PartitionLog(disk, directory: directory, configuration: configuration)
        guard let names = try log.list() else {
            if replayableFrom > 1 { throw .notReplayable(directory: directory, needs: 1, journalBegins: replayableFrom) }
            return Opened(log: log, applied: .none, ownerState: ByteBuffer())
        }
        log.hasDirectory = true
        guard names.contains(SegmentFiles.manifest) else {
            if replayableFrom > 1 { throw .notReplayable(directory: directory, needs: 1, journalBegins: replayableFrom) }
            try log.removeLeftovers(names)
            return Opened(log: log, applied: .none, ownerState: ByteBuffer())
        }
        let manifest = try log.readManifest()
        let needs = manifest.applied.index + 1
        if replayableFrom > needs { throw .notReplayable(directory: directory, needs: needs, journalBegins: replayableFrom) }
        try log.adopt(manifest)
        try log.removeLeftovers(names)
        return Opened(log: log, applied: manifest.applied, ownerState: ByteBuffer(bytes: manifest.ownerState))
    }

    /// Deletes everything that belongs to a partition: its group is gone. Blocks; for a lane.
    ///
    /// The manifest goes first: what a crash leaves is no log any more.
    public static func remove(_ disk: any Disk, directory: String) throws(RecordLogError) {
        let log = PartitionLog(disk, directory: directory, configuration: LogConfiguration())
        guard let names = try log.list() else { return }
        try onDisk { () throws(DiskError) in
            if names.contains(SegmentFiles.manifest) {
                try disk.remove(log.path(SegmentFiles.manifest))
                try disk.syncDirectory(directory)
            }
            for name in names where name != SegmentFiles.manifest { try disk.remove(log.path(name)) }
            try disk.remove(directory)
        }
    }

    /// Reads every batch and checks its checksum. Slow; for `martlet dump` and doubtful disks.
    ///
    /// - Returns: how many batches there are.
    /// - Throws: ``RecordLogError/corrupt(file:position:offset:reason:)`` for the first that is damaged.
    public func verify() throws(RecordLogError) -> Int {
        var count = 0
        for segment in segments {
            let file = try file(of: segment)
            var dump = try SegmentDump(file, size: segment.size, baseOffset: segment.baseOffset, endOffset: segment.endOffset)
            while let batch = try dump.next() {
                count += 1
                if !batch.checksumHolds {
                    throw .corrupt(
                        file: file.path, position: batch.position, offset: batch.header.baseOffset,
                        reason: "the batch's checksum does not match")
                }
            }
        }
        return count
    }

    /// - Returns: nil if there is no directory.
    private func list() throws(RecordLogError) -> [String]? {
        do throws(DiskError) {
            return try disk.list(directory)
        } catch {
            if error.kind == .notFound { return nil }
            throw .disk(error)
        }
    }

    /// A manifest longer than this is taken as damaged.
    private static let manifestBytesMax = 1 << 30

    private func readManifest() throws(RecordLogError) -> Manifest {
        let path = path(SegmentFiles.manifest)
        guard let bytes = try onDisk({ () throws(DiskError) in try disk.contents(path, max: Self.manifestBytesMax) }) else {
            throw .manifestCorrupt(file: path, reason: "it is longer than any manifest")
        }
        return try Manifest(decoding: bytes, file: path)
    }

    private func adopt(_ manifest: Manifest) throws(RecordLogError) {
        startOffset = manifest.startOffset
        endOffset = manifest.endOffset
        epochs = manifest.epochs
        marks = manifest.marks
        segments.reserveCapacity(manifest.segments.count)
        // All are looked at before anything is cut.
        var longer: [(file: any DiskFile, size: Int64)] = []
        for entry in manifest.segments {
            let segment = Segment(entry)
            let file = try open(segment)
            let size = try onDisk { () throws(DiskError) in try file.size() }
            if size < entry.size {
                throw .segmentShort(file: file.path, size: size, durable: entry.size, offset: entry.baseOffset)
            }
            if size > entry.size {
                if configuration.mutant == .segmentTailKept { segment.size = size }
                longer.append((file, segment.size))
            }
            segments.append(segment)
        }
        for (file, size) in longer { try onDisk { () throws(DiskError) in try file.truncate(to: size) } }
    }

    private func open(_ segment: Segment) throws(RecordLogError) -> any DiskFile {
        let path = path(SegmentFiles.log(segment.baseOffset))
        do throws(DiskError) {
            return try disk.open(path, .readWrite)
        } catch {
            if error.kind == .notFound { throw .segmentMissing(file: path, offset: segment.baseOffset) }
            throw .disk(error)
        }
    }

    /// Deletes files of ours that the manifest does not name.
    private func removeLeftovers(_ names: [String]) throws(RecordLogError) {
        var kept: Set<String> = [SegmentFiles.manifest]
        for segment in segments {
            kept.insert(SegmentFiles.log(segment.baseOffset))
            kept.insert(SegmentFiles.index(segment.baseOffset))
        }
        for name in names where SegmentFiles.isOurs(name) && !kept.contains(name) {
            try onDisk { () throws(DiskError) in try disk.remove(path(name)) }
        }
    }
}

extension Segment {
    convenience init(_ entry: Manifest.SegmentEntry) {
        self.init(baseOffset: entry.baseOffset)
        endOffset = entry.endOffset
        size = entry.size
        durableSize = entry.size
        firstTimestamp = entry.firstTimestamp
        maxTimestamp = entry.maxTimestamp
        maxTimestampOffset = entry.maxTimestampOffset
    }
}
