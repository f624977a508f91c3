import Environment
import Raft
import Replication
import Storage

/// What a simulated client asks of a node, and what it is told.
struct ClientRequest: Sendable {
    enum Operation: Sendable {
        case append(AppendBatch)
        case read(ReadRequest)
        case offset(OffsetQuery)
        case deleteRecords(before: Int64)
        /// Who leads, as Metadata tells it.
        case leader
    }

    var client: Int
    /// The client's number for it.
    var number: UInt64
    var group: GroupID
    var operation: Operation
}

struct Reply: Sendable {
    enum Outcome: Sendable {
        case append(Result<AppendOutcome, StorageError>)
        case read(Result<ReadOutcome, StorageError>)
        case offset(Result<OffsetOutcome, StorageError>)
        case deleteRecords(Result<Int64, StorageError>)
        case leader(LeaderTable.Leader?)
    }

    var client: Int
    var number: UInt64
    var from: Int
    var outcome: Outcome
}
