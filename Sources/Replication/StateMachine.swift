public import Environment
public import Raft

/// What a Raft group replicates. Confined to the core that drives the group.
///
/// ``replay(_:at:)`` is the only thing that changes the image, and it reads only the entries and the image: the same entries give the same image
/// on every node and after every restart.
public protocol StateMachine: AnyObject {
    /// Applies committed entries, in order, without gaps (also empty ones and configurations, which carry nothing for the image), and answers
    /// those who wait for them.
    /// - Returns: how many were applied. Fewer than given means that the disk refused the next (disk full): it is offered again later, and the
    ///   group's journal keeps it.
    func replay(_ entries: [LogEntry], at now: Instant) -> Int

    /// This node began or ceased to lead the group. As a leader it may serve once an entry of its term is applied, which is when this is called.
    /// Ceasing, it answers everybody who waits that the outcome is unknown.
    func roleChanged(_ role: GroupRole, at now: Instant)

    /// Captures what must become durable so that the journal may forget all entries applied so far.
    /// - Parameter mark: the last applied entry and the members in force there; stands in the checkpoint.
    func beginCheckpoint(_ mark: SnapshotMark) -> Checkpoint

    /// The checkpoint is in force.
    func finishCheckpoint(_ mark: SnapshotMark)

    /// The group is gone from this node: answers everybody who waits, and removes its files (on the background lane).
    func remove(at now: Instant)
}

public enum GroupRole: Equatable, Sendable {
    /// Leads, and an entry of this term is applied.
    case leader(term: Term)
    case follower(leader: VoterID?)
}

/// A checkpoint under way: `work` runs on the background lane.
public struct Checkpoint: Sendable {
    /// Syncs files and writes the manifest. An error of kind `.syncFailed` stops the node; another leaves the old checkpoint in force.
    public var work: @Sendable () throws(DiskError) -> Void

    public init(work: @escaping @Sendable () throws(DiskError) -> Void) { self.work = work }
}
