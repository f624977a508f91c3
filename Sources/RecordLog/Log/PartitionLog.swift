import Environment

/// The log of one partition: committed record batches in segment files, with an index for each, and its newest part in memory.
///
/// It is the state machine of a Raft group: what is appended has been committed, so nothing is ever taken back at the end, and a reader never
/// sees a rollback. Appends go to the page cache; a checkpoint makes them durable and writes down how far it got, and after a crash the journal
/// replays what lies beyond it. Confined to the core of its group; ``CheckpointJob`` is the part that runs on a lane.
///
/// Segments and offset marks are local: replicas hold the same batches in files that are cut differently.
public final class PartitionLog {
    /// How it cuts itself into segments. May be changed at any time.
    public var configuration: LogConfiguration

    let disk: any Disk
    /// Below the data directory.
    public let directory: String
    /// Ascending; the last one is written to. Empty as long as there is no record.
    var segments: [Segment] = []

    /// The first offset that can be read.
    public internal(set) var startOffset: Int64 = 0
    /// The offset the next record will have at least.
    public internal(set) var endOffset: Int64 = 0
    /// Which leader epoch began where.
    public internal(set) var epochs = EpochTable()
    /// Sparse pairs of offset and Raft entry.
    public internal(set) var marks = AppliedMarks()
    /// What the last checkpoint finished since the log was opened covers: the journal may forget entries up to here.
    ///
    /// Nothing when it has just been opened: the manifest then found may have been written by a process that died before its name was durable,
    /// and would be gone after a power failure.
    public internal(set) var checkpointed = AppliedPosition.none

    var tail = TailCache()
    /// Where the last reads from files ended, to begin the next ones there.
    var cursors = ReadCursors()
    /// Files of segments that are gone from the log, but not yet from the disk: a checkpoint without them must be durable first.
    var obsolete: [Int64] = []
    var checkpointInFlight = false
    /// Whether the name of the partition's directory is known to be durable.
    var isDirectoryDurable = false
    var hasDirectory = false

    init(_ disk: any Disk, directory: String, configuration: LogConfiguration) {
        self.disk = disk
        self.directory = directory
        self.configuration = configuration
    }

    /// Bytes of all batches held.
    public var byteCount: Int64 {
        var sum: Int64 = 0
        for segment in segments { sum += segment.size }
        return sum
    }

    public var segmentCount: Int { segments.count }

    /// Bytes appended since the last checkpoint.
    public var uncheckpointedBytes: Int64 {
        var sum: Int64 = 0
        for segment in segments { sum += segment.size - segment.durableSize }
        return sum
    }

    /// Files that the next checkpoint will delete.
    public var obsoleteFileCount: Int { obsolete.count }

    /// Bytes of the newest batches in memory.
    public var tailByteCount: Int { tail.byteCount }

    /// Drops the oldest batches from memory (not from the log) until at most `bytes` are held, for instance of a partition that nobody reads.
    public func trimTail(to bytes: Int) { tail.trim(to: bytes) }

    /// Closes files and forgets indexes that no append or checkpoint needs. They come back when they are needed.
    public func releaseIdle() {
        for segment in segments where !segment.isDirty { segment.release() }
        cursors = ReadCursors()
    }

    /// Notes that leader epoch `epoch` begins at the end of the log, though nothing of it has been appended yet.
    ///
    /// To be called when the first entry of a term is applied, so that every replica has the same table.
    public func beginEpoch(_ epoch: Int32) { epochs.begin(epoch, at: endOffset) }

    func path(_ name: String) -> String { "\(directory)/\(name)" }

    /// The file of a segment, opened if it is not.
    func file(of segment: Segment) throws(RecordLogError) -> any DiskFile {
        if let file = segment.file { return file }
        let path = path(SegmentFiles.log(segment.baseOffset))
        let file = try onDisk { () throws(DiskError) in try disk.open(path, .readWrite) }
        segment.file = file
        if segment !== segments.last { releaseAllBut(segment) }
        return file
    }

    /// Keeps few sealed segments open: whoever reads old data reads one after another.
    private func releaseAllBut(_ kept: Segment) {
        var open = 0
        for segment in segments.reversed() where segment !== kept && segment !== segments.last && !segment.isDirty && segment.file != nil {
            open += 1
            if open >= Self.sealedFilesOpenMax { segment.release() }
        }
    }

    /// Sealed segments kept open per partition. At the limit the oldest is closed.
    static let sealedFilesOpenMax = 3
}
