import Environment

/// The part of a checkpoint that waits for the disk. Made on the core by ``PartitionLog/beginCheckpoint(applied:ownerState:)``, run on a lane,
/// its result brought back to ``PartitionLog/finishCheckpoint(_:)``.
///
/// Order: the segments' bytes, then the manifest under another name, then its name, then the files it no longer names go. A crash anywhere
/// leaves the old manifest with all it names, or the new one.
public struct CheckpointJob: Sendable {
    let disk: any Disk
    let directory: String
    /// Dirty segment files.
    var files: [any DiskFile] = []
    var manifest: [UInt8] = []
    var indexes: [(name: String, bytes: [UInt8], segment: Int64, covers: Int64)] = []
    /// What will be durable: segment and bytes.
    var sizes: [(segment: Int64, size: Int64)] = []
    var applied: AppliedPosition
    /// Base offsets of segments that are gone.
    var obsolete: [Int64] = []
    /// Not even the partition's directory is known to be durable.
    var isFirst: Bool
    var mutant: Mutant?

    /// Bytes that this will make durable are not counted here: those of the manifest and the indexes, which it writes.
    public var bytesToWrite: Int { indexes.reduce(manifest.count) { $0 + $1.bytes.count } }

    /// Does it. Blocks.
    public func run() -> CheckpointResult {
        var result = CheckpointResult(applied: applied, sizes: sizes)
        do throws(DiskError) {
            if mutant != .segmentNotSynced {
                for file in files { try file.sync() }
            }
            for index in indexes {
                // Written in place: damage shows in its checksum, and it can be made anew.
                try write(index.bytes, to: index.name)
                result.indexes.append((index.segment, index.covers))
            }
            try write(manifest, to: SegmentFiles.manifestTemporary)
            try disk.rename("\(directory)/\(SegmentFiles.manifestTemporary)", to: "\(directory)/\(SegmentFiles.manifest)")
            try disk.syncDirectory(directory)
            if isFirst, let parent = directory.lastIndex(of: "/").map({ directory[..<$0] }) { try disk.syncDirectory(String(parent)) }
            result.isDurable = true
            for segment in obsolete {
                for name in [SegmentFiles.log(segment), SegmentFiles.index(segment)] { try remove("\(directory)/\(name)") }
                result.removed.append(segment)
            }
        } catch {
            result.failure = error
        }
        return result
    }

    private func write(_ bytes: [UInt8], to name: String) throws(DiskError) {
        let file = try disk.open("\(directory)/\(name)", .create)
        try bytes.withUnsafeBufferPointer { (raw) throws(DiskError) in try file.write(at: 0, [UnsafeRawBufferPointer(raw)]) }
        if try file.size() > Int64(bytes.count) { try file.truncate(to: Int64(bytes.count)) }
        try file.sync()
    }

    /// A file that is not there is as good as removed.
    private func remove(_ path: String) throws(DiskError) {
        do {
            try disk.remove(path)
        } catch {
            if error.kind != .notFound { throw error }
        }
    }
}
