public import Environment
import NIOCore
public import Raft

/// What a core hands to the journal in one turn, for any number of groups. It becomes durable as a whole: after a crash all of it is there or
/// none.
///
/// Order matters within a group: a snapshot's restart before the hard state, the hard state before the entries (``Raft/Ready``). An empty
/// batch is a fence: it completes when what the core submitted before it at the same priority is durable.
public struct JournalBatch: Sendable {
    /// Control batches (metadata, coordinator shards) are written before bulk ones (partitions) that wait. Order is kept within a core and a
    /// priority, so a group always uses the same one.
    public enum Priority: Sendable { case control, bulk }

    enum Operation: Sendable {
        case hardState(GroupID, HardState)
        case entries(GroupID, [LogEntry])
        case released(GroupID, LogPosition)
        case restarted(GroupID, LogPosition)
        case removed(GroupID)
    }

    /// The core whose batch it is; completions are gathered per core.
    public var core: Int
    /// The core's own number for it, given back by ``JournalClient/journaled(core:batches:)``. Nil: nobody waits for it.
    public var id: UInt64?
    public var priority: Priority
    /// Down to a quarter of `freeBytesReserve`: for what was let in while there was space, and for what keeps a full node going (votes, a leader's
    /// first entry, moves of a log's start).
    public var mayUseReserve = false
    private(set) var operations: [Operation] = []
    /// Bytes of payloads and, roughly, of what stands around them.
    public private(set) var bytes = 0
    /// Whether it needs free space beyond the reserve: entries and hard states do, what gives space back does not.
    private(set) var growsTheJournal = false

    public init(core: Int, id: UInt64?, priority: Priority) {
        self.core = core
        self.id = id
        self.priority = priority
    }

    public var isEmpty: Bool { operations.isEmpty }

    /// A group's new term and vote.
    public mutating func setHardState(_ group: GroupID, _ state: HardState) {
        operations.append(.hardState(group, state))
        bytes += 64
        growsTheJournal = true
    }

    /// A group's new entries, consecutive; whatever the group has at or above the first of them is void. Nothing happens if there are none.
    public mutating func append(_ group: GroupID, _ entries: [LogEntry]) {
        guard let first = entries.first else { return }
        invariant(first.index > .zero, "a log's first index is 1")
        for (offset, entry) in entries.enumerated() {
            invariant(entry.index.rawValue == first.index.rawValue &+ UInt64(offset), "entries handed to the journal are consecutive")
            bytes += entry.payload.readableBytes + 16
        }
        bytes += 64
        operations.append(.entries(group, entries))
        growsTheJournal = true
    }

    /// Everything of a group up to and with this position is checkpointed elsewhere: the journal may forget it.
    public mutating func release(_ group: GroupID, through position: LogPosition) {
        operations.append(.released(group, position))
        bytes += 64
    }

    /// A snapshot was installed and the journaled suffix conflicts with it: the group's log is empty and goes on after this position.
    public mutating func restart(_ group: GroupID, after position: LogPosition) {
        operations.append(.restarted(group, position))
        bytes += 64
    }

    /// The group is gone from this node: nothing of it, hard state included, is kept.
    public mutating func remove(_ group: GroupID) {
        operations.append(.removed(group))
        bytes += 64
    }
}
