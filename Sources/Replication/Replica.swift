public import Environment
import Journal
public import NIOCore
public import Raft

/// One group on this node: its Raft member and its state machine. Confined to the core that drives it.
public final class Replica {
    public let group: GroupID
    public let machine: any StateMachine
    var raft: RaftGroup
    private unowned let core: ReplicationCore

    /// Stands in the core's list of groups to be looked at.
    var isDirty = false
    /// Committed and not applied, because the disk was full.
    var stalled: [LogEntry] = []
    /// The term of the last applied entry: a leader serves once it is its own.
    var appliedTerm = Term.zero
    /// What the machine was last told.
    var announcedRole = GroupRole.follower(leader: nil)
    /// A checkpoint's work is on the background lane.
    var checkpointing = false
    /// The mark of the newest checkpoint in force.
    var checkpointed: SnapshotMark

    private var reads: [UInt64: (Bool) -> Void] = [:]
    private var nextRead: UInt64 = 1

    init(group: GroupID, machine: any StateMachine, raft: RaftGroup, checkpointed: SnapshotMark, core: ReplicationCore) {
        self.group = group
        self.machine = machine
        self.raft = raft
        self.checkpointed = checkpointed
        self.core = core
    }

    public var term: Term { raft.term }
    public var leader: VoterID? { raft.leader }
    public var applied: LogIndex { raft.applied }
    public var configuration: Configuration { raft.configuration }
    public var members: [ReplicaStatus] { raft.replicas }

    /// Appends to the group's log; the machine sees it in ``StateMachine/replay(_:at:)`` when it is committed.
    /// - Parameter onFullDisk: also when the disk is below its reserve: for small commands that give space back.
    public func propose(_ payload: ByteBuffer, onFullDisk: Bool = false) throws(ProposalRefused) -> LogIndex {
        guard onFullDisk || core.hasSpace(for: payload.readableBytes) else { throw .diskFull }
        do throws(ProposeError) {
            let index = try raft.propose(payload)
            core.markDirty(self)
            return index
        } catch {
            throw .raft(error)
        }
    }

    /// Asks whether this node still leads. `done` gets true when a quorum has confirmed it after this call and everything committed before is
    /// applied here; false when leadership was lost. A group with one voter answers at once.
    public func confirmLeadership(_ done: @escaping (Bool) -> Void) {
        let token = nextRead
        nextRead += 1
        do throws(ReadError) {
            try raft.readIndex(token: token)
        } catch {
            done(false)
            return
        }
        reads[token] = done
        core.markDirty(self)
    }

    func finishRead(_ result: ReadResult) {
        reads.removeValue(forKey: result.token)?(result.index != nil)
    }
}

/// Why nothing of a proposal is in the log.
public enum ProposalRefused: Error, Sendable {
    case raft(ProposeError)
    /// The disk is below its reserve. Retriable once there is space.
    case diskFull
}
