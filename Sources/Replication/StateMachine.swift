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
    /// - Returns: nil if it cannot be begun now (the machine has logged why); it is asked again later.
    func beginCheckpoint(_ mark: SnapshotMark) -> Checkpoint?

    /// The checkpoint's work has run. It is in force if `outcome.isDurable`.
    func finishCheckpoint(_ mark: SnapshotMark, _ outcome: CheckpointOutcome)

    /// The group is gone from this node: answers everybody who waits.
    func remove(at now: Instant)

    /// After ``remove(at:)``, once the journal has durably forgotten the group: removes its files (on the background lane).
    func removeFiles()
}

extension StateMachine {
    /// A machine without files of its own.
    public func removeFiles() {}
}

public enum GroupRole: Equatable, Sendable {
    /// Leads, and an entry of this term is applied.
    case leader(term: Term)
    case follower(leader: VoterID?)
}

/// A checkpoint under way.
public struct Checkpoint: Sendable {
    /// Syncs files and writes the manifest. Runs on the background lane.
    public var work: @Sendable () -> CheckpointOutcome

    public init(work: @escaping @Sendable () -> CheckpointOutcome) { self.work = work }
}

/// How a checkpoint's work went.
public struct CheckpointOutcome: Sendable {
    /// The journal may forget what it covers.
    public var isDurable: Bool
    /// After a failed sync the node stops; another failure leaves the old checkpoint in force, or (if durable all the same) files to be removed.
    public var failure: DiskError?
    /// For the machine alone.
    public var detail: (any Sendable)?

    public init(isDurable: Bool, failure: DiskError? = nil, detail: (any Sendable)? = nil) {
        self.isDurable = isDurable
        self.failure = failure
        self.detail = detail
    }

    /// Runs work that is durable when it returns.
    public init(_ work: () throws(DiskError) -> Void) {
        do throws(DiskError) {
            try work()
            self.init(isDurable: true)
        } catch {
            self.init(isDurable: false, failure: error)
        }
    }
}
