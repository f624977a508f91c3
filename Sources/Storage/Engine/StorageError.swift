public import Environment

/// Why the storage engine refused or lost track of an operation. Mapped to Kafka's codes in one place (`Gateway`).
public enum StorageError: Error, Equatable, Sendable {
    /// This node does not lead the partition; `leader` if known.
    case notLeader(leader: NodeID?)
    /// It led when it accepted the operation and lost leadership before the outcome was known: retriable, may have happened.
    case outcomeUnknown
    /// No such partition here (deleted, or not created yet).
    case unknownPartition
    case offsetOutOfRange(logStart: Int64, logEnd: Int64)
    case outOfOrderSequence(expected: Int32, got: Int32)
    case staleProducerEpoch(current: Int16, got: Int16)
    /// Too much is proposed and not yet committed, or the disk is below its reserve: retriable.
    case overloaded
    /// The disk is full or failed under this partition.
    case diskFull
    /// The client's epoch is older than the leader's.
    case fencedLeaderEpoch
    /// The client's epoch is newer than the leader's.
    case unknownLeaderEpoch
    /// The log on disk gave bytes that are not what was written: names file and place.
    case corrupt(String)
}
