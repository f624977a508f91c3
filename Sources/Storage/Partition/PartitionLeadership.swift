import DequeModule
import Environment
import Raft

/// What exists only while this node leads the partition: the image as it will be once everything proposed is committed, and who waits for it.
/// Dropped when it is deposed.
struct PartitionLeadership {
    /// A batch proposed and not yet committed.
    struct InFlight {
        var index: LogIndex
        var baseOffset: Int64
        /// Several when a retry arrived before the original was committed.
        var done: [(Result<AppendOutcome, StorageError>) -> Void]
    }

    /// A command proposed and not yet committed.
    struct Command {
        var index: LogIndex
        var done: (Result<Int64, StorageError>) -> Void
    }

    let term: Term
    /// The offset of the next record to be proposed.
    var nextOffset: Int64
    /// Where the log start will be.
    var logStart: Int64
    /// Producers with batches in flight, as they will be; the others stand in the committed image.
    var producers: [Int64: ProducerState] = [:]
    var inFlight = Deque<InFlight>()
    var commands = Deque<Command>()

    var epoch: Int32 { term.leaderEpoch }

    init(term: Term, nextOffset: Int64, logStart: Int64) {
        self.term = term
        self.nextOffset = nextOffset
        self.logStart = logStart
    }
}
