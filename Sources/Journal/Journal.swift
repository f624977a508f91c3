public import Environment
import NIOCore
import Raft
import Synchronization

/// A node's one write-ahead log: the entries and hard states of all its Raft groups, with one gathered write and one sync for all that waits.
///
/// Any thread submits batches; one lane writes them. What is completed is durable; after a crash every batch is there whole or not at all.
/// Replicas that need what the journal has forgotten get it from the state machines' own files.
public final class Journal: Sendable {
    /// What waits for the lane, and what any thread may ask.
    struct Shared: Sendable {
        var control: [JournalBatch] = []
        var bulk: [JournalBatch] = []
        var waitingBytes = 0
        /// A job is on the lane that will take what waits.
        var scheduled = false
        var stopped: String?
        /// Free bytes of the disk when last asked, less what was written and taken since.
        var freeBytes: Int64
        var statistics: JournalStatistics
        var checkpointWanted: [GroupID] = []
    }

    let shared: Mutex<Shared>
    /// The lane's; locked only so that the compiler and a careless caller are kept out.
    let writer: Mutex<JournalWriter>
    let disk: any Disk
    let lane: any Lane
    let limits: JournalLimits
    let client: any JournalClient
    let mutant: Mutant?

    private init(
        _ writer: JournalWriter, freeBytes: Int64, disk: any Disk, lane: any Lane, limits: JournalLimits, mutant: Mutant?,
        client: any JournalClient
    ) {
        let statistics = writer.statistics
        let wanted = writer.checkpointWanted
        self.shared = Mutex(Shared(freeBytes: freeBytes, statistics: statistics, checkpointWanted: wanted))
        self.writer = Mutex(writer)
        self.disk = disk
        self.lane = lane
        self.limits = limits
        self.client = client
        self.mutant = mutant
    }

    /// Opens the journal in a directory (made if missing), cuts a torn tail, and gives back what every group had. Blocks: call it before cores
    /// run.
    ///
    /// - Parameters:
    ///   - lane: where writes and syncs will run.
    ///   - random: draws the generations that make bytes of former uses of a file invalid; another seed for each opening.
    /// - Throws: ``JournalError`` if durable bytes are damaged or missing, or the disk fails. Nothing was changed then.
    public static func open(
        disk: any Disk, directory: String = "journal", lane: any Lane, limits: JournalLimits, random: SeededRandom, mutant: Mutant? = nil,
        client: any JournalClient
    ) throws(JournalError) -> (journal: Journal, groups: [GroupID: RecoveredGroup]) {
        var recovery = JournalRecovery(disk: disk, directory: directory, acceptsTornTail: mutant == .tornTailAccepted)
        try recovery.scan()
        let groups = try recovery.groups()
        let writer = try JournalWriter(recovery, limits: limits, random: random)
        let freeBytes: Int64
        do { freeBytes = try disk.freeBytes() } catch { throw JournalError(error) }
        let journal = Journal(
            writer, freeBytes: freeBytes, disk: disk, lane: lane, limits: limits, mutant: mutant, client: client)
        return (journal, groups)
    }

    /// Queues a batch; the client hears when it is durable. Any thread.
    ///
    /// - Throws: ``JournalError/noSpace(free:)``, ``JournalError/entryTooLarge(bytes:)`` or ``JournalError/stopped(reason:)``; nothing was
    ///   taken then.
    public func submit(_ batch: JournalBatch) throws(JournalError) {
        for case .entries(_, let entries) in batch.operations {
            for entry in entries where entry.payload.readableBytes > RecordFormat.payloadBytesMax {
                throw .entryTooLarge(bytes: entry.payload.readableBytes)
            }
        }
        let schedule = try shared.withLock { shared throws(JournalError) -> Bool in
            if let reason = shared.stopped { throw .stopped(reason: reason) }
            if batch.growsTheJournal {
                let reserve = batch.mayUseReserve ? limits.freeBytesReserve / 4 : limits.freeBytesReserve
                try requireSpace(for: batch.bytes, above: reserve, &shared)
            }
            switch batch.priority {
            case .control: shared.control.append(batch)
            case .bulk: shared.bulk.append(batch)
            }
            shared.waitingBytes += batch.bytes
            shared.freeBytes -= Int64(batch.bytes)
            defer { shared.scheduled = true }
            return !shared.scheduled
        }
        if schedule { lane.run { self.flush() } }
    }

    /// Whether a batch of entries would be taken now, as far as space goes: what a leader asks before it proposes, a follower before it accepts.
    public func hasSpace(for bytes: Int) -> Bool {
        shared.withLock { shared in
            do throws(JournalError) {
                try requireSpace(for: bytes, above: limits.freeBytesReserve, &shared)
                return true
            } catch { return false }
        }
    }

    private func requireSpace(for bytes: Int, above reserve: Int64, _ shared: inout Shared) throws(JournalError) {
        if shared.freeBytes - Int64(bytes) >= reserve { return }
        // Only now is the disk asked: what was released meanwhile counts.
        do { shared.freeBytes = try disk.freeBytes() - Int64(shared.waitingBytes) } catch { throw JournalError(error) }
        if shared.freeBytes - Int64(bytes) < reserve { throw .noSpace(free: shared.freeBytes) }
    }

    /// Bytes submitted and not yet written: what back-pressure looks at.
    public var waitingBytes: Int { shared.withLock { $0.waitingBytes } }

    public var statistics: JournalStatistics { shared.withLock { $0.statistics } }

    /// Bytes of entries not yet released.
    public var uncheckpointedBytes: Int64 { shared.withLock { $0.statistics.uncheckpointedBytes } }

    /// The groups whose entries pin the oldest segments, oldest first, when the journal has grown beyond its limits; else none. The host
    /// checkpoints them and releases them.
    public func checkpointWanted() -> [GroupID] { shared.withLock { $0.checkpointWanted } }
}
