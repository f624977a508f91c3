public import Environment
import KafkaRecords
import NIOCore
import Raft
public import RecordLog
public import Replication

/// One replica of a partition: its records on disk, its producers, and, while this node leads it, what is in flight.
///
/// Appending: decide on the state as it will be (``PartitionLeadership``), give offsets, propose the batch itself as the entry; answer when
/// ``replay(_:at:)`` gets it back committed. Reading sees only committed batches, so no reader ever sees one that is taken back.
public final class Partition {
    public let group: GroupID
    let environment: any NodeEnvironment
    let limits: Limits
    let mutant: Mutant?
    let directory: String

    var log: PartitionLog
    var image = PartitionImage()
    public internal(set) var settings: PartitionSettings
    var leadership: PartitionLeadership?
    var waiters = WaitList()
    /// Set once, right after the replica was added to its core; unowned because the replica owns this.
    public unowned var replica: Replica!
    /// Removed: every later call answers that it is unknown.
    var isRemoved = false

    /// - Parameter opened: the log as found on disk, or made new, with the owner's part of its manifest.
    public init(
        group: GroupID, log: PartitionLog, image: PartitionImage, directory: String, settings: PartitionSettings,
        environment: any NodeEnvironment, limits: Limits, mutant: Mutant? = nil
    ) {
        self.group = group
        self.log = log
        self.image = image
        self.directory = directory
        self.settings = settings
        self.environment = environment
        self.limits = limits
        self.mutant = mutant
    }

    /// The end of what is committed and applied here: consumers read below it.
    public var highWatermark: Int64 { log.endOffset }
    public var logStart: Int64 { log.startOffset }

    /// Files of dropped segments go with the next checkpoint.
    public var hasFilesToRemove: Bool { log.obsoleteFileCount > 0 }

    public func configure(_ settings: PartitionSettings) {
        self.settings = settings
        log.configuration.segmentBytes = settings.segmentBytes
        log.configuration.segmentTime = .milliseconds(settings.segmentMilliseconds)
    }

    /// How much of the newest records this partition may keep in memory.
    public func limitTail(to bytes: Int) {
        log.configuration.limits.tailBytesMax = bytes
        if log.tailByteCount > bytes { log.trimTail(to: bytes) }
    }

    /// The leader's state, or why there is none.
    func leading(currentLeaderEpoch: Int32?) throws(StorageError) -> PartitionLeadership {
        if isRemoved { throw .unknownPartition }
        guard let leadership else { throw .notLeader(leader: replica.leader?.node) }
        if let epoch = currentLeaderEpoch {
            if epoch < leadership.epoch { throw .fencedLeaderEpoch }
            if epoch > leadership.epoch { throw .unknownLeaderEpoch }
        }
        return leadership
    }
}

/// What of a topic's settings a partition acts on by itself.
public struct PartitionSettings: Hashable, Sendable {
    /// nil keeps for ever.
    public var retentionMilliseconds: Int64?
    /// nil keeps everything.
    public var retentionBytes: Int64?
    public var segmentBytes: Int64
    public var segmentMilliseconds: Int64

    public init(retentionMilliseconds: Int64?, retentionBytes: Int64?, segmentBytes: Int64, segmentMilliseconds: Int64) {
        self.retentionMilliseconds = retentionMilliseconds
        self.retentionBytes = retentionBytes
        self.segmentBytes = segmentBytes
        self.segmentMilliseconds = segmentMilliseconds
    }
}
