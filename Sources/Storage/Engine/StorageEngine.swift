public import Environment
public import KafkaProtocol
public import NIOCore

/// Where records live. One instance per core, confined to it; it serves the partitions that the core owns.
///
/// Every answer comes through `done`, on this core, now or later, exactly once.
public protocol StorageEngine: AnyObject {
    /// Appends one validated batch. Answers when it is committed (on disk at a quorum), unless it fails before.
    func append(_ batch: AppendBatch, to partition: GroupID, done: @escaping (Result<AppendOutcome, StorageError>) -> Void)
    /// Reads whole batches.
    func read(_ request: ReadRequest, from partition: GroupID, done: @escaping (Result<ReadOutcome, StorageError>) -> Void)
    /// Looks up one offset.
    func offset(_ query: OffsetQuery, in partition: GroupID, done: @escaping (Result<OffsetOutcome, StorageError>) -> Void)
    /// Moves the log start up to `offset`; -1 means the high watermark. Answers with the new log start once it is committed.
    func deleteRecords(before offset: Int64, in partition: GroupID, done: @escaping (Result<Int64, StorageError>) -> Void)
    /// The idempotent producers that the partition knows, in order of id.
    func producers(in partition: GroupID, done: @escaping (Result<[ProducerSummary], StorageError>) -> Void)
    /// Calls `notify` (any core) once, as soon as committed data at or beyond `offset` exists or the partition's fate changes.
    /// - Returns: a registration for ``cancelWait(_:in:)``; nil if that is so already.
    func wait(forDataAt offset: Int64, in partition: GroupID, notify: @escaping @Sendable () -> Void) -> UInt64?
    func cancelWait(_ registration: UInt64, in partition: GroupID)
    /// Bytes on disk and offsets, for log directories and metrics; nil if the partition is not here.
    func usage(of partition: GroupID) -> PartitionUsage?
}

/// A validated batch (magic 2), a slice that nobody else writes to: base offset and leader epoch are patched in place.
public struct AppendBatch: Sendable {
    public var bytes: ByteBuffer
    public var recordCount: Int32
    public var maxTimestamp: Int64
    /// -1: not idempotent.
    public var producerID: Int64
    public var producerEpoch: Int16
    public var baseSequence: Int32
    /// For fencing by a client's Produce metadata (none in released versions); nil: not checked.
    public var currentLeaderEpoch: Int32?

    public init(
        bytes: ByteBuffer, recordCount: Int32, maxTimestamp: Int64, producerID: Int64 = -1, producerEpoch: Int16 = -1,
        baseSequence: Int32 = -1, currentLeaderEpoch: Int32? = nil
    ) {
        self.bytes = bytes
        self.recordCount = recordCount
        self.maxTimestamp = maxTimestamp
        self.producerID = producerID
        self.producerEpoch = producerEpoch
        self.baseSequence = baseSequence
        self.currentLeaderEpoch = currentLeaderEpoch
    }
}

public struct AppendOutcome: Equatable, Sendable {
    public var baseOffset: Int64
    public var logStart: Int64
    /// Set for a retry, which is answered with the batch that was appended before: that batch's largest timestamp.
    public var originalTimestamp: Int64?

    public init(baseOffset: Int64, logStart: Int64, originalTimestamp: Int64? = nil) {
        self.baseOffset = baseOffset
        self.logStart = logStart
        self.originalTimestamp = originalTimestamp
    }
}

public struct ReadRequest: Sendable {
    public var offset: Int64
    public var bytesMax: Int
    /// The first batch comes whole even if it is longer than `bytesMax` (KIP-74).
    public var atLeastOneBatch: Bool
    /// The client's idea of the leader's epoch; nil (-1 on the wire): not checked (KIP-320).
    public var currentLeaderEpoch: Int32?
    /// The epoch of the last record that the client has; nil: no divergence check (KIP-595 `LastFetchedEpoch`).
    public var lastFetchedEpoch: Int32?

    public init(
        offset: Int64, bytesMax: Int, atLeastOneBatch: Bool, currentLeaderEpoch: Int32? = nil, lastFetchedEpoch: Int32? = nil
    ) {
        self.offset = offset
        self.bytesMax = bytesMax
        self.atLeastOneBatch = atLeastOneBatch
        self.currentLeaderEpoch = currentLeaderEpoch
        self.lastFetchedEpoch = lastFetchedEpoch
    }
}

public struct ReadOutcome: Sendable {
    /// Whole batches; empty when nothing is there yet.
    public var records: RecordData
    public var highWatermark: Int64
    public var lastStableOffset: Int64
    public var logStart: Int64
    /// The logs diverge before the asked offset: the largest common epoch and where it ends; records are empty.
    public var divergingEpoch: EpochEnd?

    public init(
        records: RecordData, highWatermark: Int64, lastStableOffset: Int64, logStart: Int64, divergingEpoch: EpochEnd? = nil
    ) {
        self.records = records
        self.highWatermark = highWatermark
        self.lastStableOffset = lastStableOffset
        self.logStart = logStart
        self.divergingEpoch = divergingEpoch
    }
}

public struct EpochEnd: Hashable, Sendable {
    public var epoch: Int32
    public var endOffset: Int64

    public init(epoch: Int32, endOffset: Int64) {
        self.epoch = epoch
        self.endOffset = endOffset
    }
}

public struct OffsetQuery: Sendable {
    public enum Kind: Sendable {
        case earliest
        /// The high watermark; confirmed with a quorum that this node still leads.
        case latest
        /// The record with the largest timestamp (KIP-734).
        case maxTimestamp
        /// The first record with at least this timestamp.
        case atOrAfter(timestamp: Int64)
        /// Where the records of a leader epoch end (KIP-320).
        case endOfEpoch(Int32)
    }

    public var kind: Kind
    public var currentLeaderEpoch: Int32?

    public init(_ kind: Kind, currentLeaderEpoch: Int32? = nil) {
        self.kind = kind
        self.currentLeaderEpoch = currentLeaderEpoch
    }
}

public struct OffsetOutcome: Equatable, Sendable {
    /// -1: none.
    public var offset: Int64
    /// -1: none, or not of interest.
    public var timestamp: Int64
    /// -1: unknown.
    public var leaderEpoch: Int32

    public init(offset: Int64, timestamp: Int64, leaderEpoch: Int32) {
        self.offset = offset
        self.timestamp = timestamp
        self.leaderEpoch = leaderEpoch
    }
}

public struct ProducerSummary: Sendable {
    public var producerID: Int64
    public var epoch: Int16
    public var lastSequence: Int32
    public var lastTimestamp: Int64

    public init(producerID: Int64, epoch: Int16, lastSequence: Int32, lastTimestamp: Int64) {
        self.producerID = producerID
        self.epoch = epoch
        self.lastSequence = lastSequence
        self.lastTimestamp = lastTimestamp
    }
}

public struct PartitionUsage: Sendable {
    public var bytes: Int64
    public var logStart: Int64
    public var highWatermark: Int64
    public var segments: Int

    public init(bytes: Int64, logStart: Int64, highWatermark: Int64, segments: Int) {
        self.bytes = bytes
        self.logStart = logStart
        self.highWatermark = highWatermark
        self.segments = segments
    }
}
