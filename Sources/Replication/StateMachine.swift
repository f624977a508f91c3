public import Environment
public import Raft

/// What a Raft group replicates. Confined to the core that drives the group.
///
/// ``replay(_:)`` is the only thing that changes the image, and it reads only the entry and the image: the same entries give the same image
/// on every node and after every restart.
public protocol StateMachine: AnyObject {
    /// Applies committed entries, in order, without gaps; also answers those who wait for them.
    /// - Returns: how many were applied. Fewer than given means that the disk refused the next (disk full): it is offered again later, and the
    ///   group's journal keeps it.
    func replay(_ entries: [LogEntry], at now: Instant) -> Int

    /// This node began or ceased to lead the group. As a leader it may serve once an entry of its term is applied, which is when this is called.
    /// Ceasing, it answers everybody who waits that the outcome is unknown.
    func roleChanged(_ role: GroupRole, at now: Instant)

    /// Captures what must become durable so that the journal may forget all entries applied so far.
    /// - Returns: nil if nothing was applied since the last checkpoint.
    func beginCheckpoint() -> Checkpoint?

    /// The checkpoint's work was done.
    func finishCheckpoint(_ index: LogIndex)
}

public enum GroupRole: Equatable, Sendable {
    /// Leads, and an entry of this term is applied.
    case leader(term: Term)
    case follower(leader: VoterID?, term: Term)
}

/// A checkpoint under way: `work` runs on the background lane.
public struct Checkpoint: Sendable {
    /// The last applied entry that it covers.
    public var index: LogIndex
    public var term: Term
    /// Syncs files and writes the manifest. An error stops the node (a failed sync) or leaves the old checkpoint in force (disk full).
    public var work: @Sendable () throws(DiskError) -> Void

    public init(index: LogIndex, term: Term, work: @escaping @Sendable () throws(DiskError) -> Void) {
        self.index = index
        self.term = term
        self.work = work
    }
}
