public import Environment
import DequeModule
public import Journal
import NIOCore
public import Raft

/// Drives all Raft groups that one core of a node owns: one journal batch, one frame per peer and one pass of applying per turn.
///
/// A turn: drain the inbox (durable batches, peers' frames, finished checkpoints), then for each group with something to do take its ready, hand
/// entries to the journal, collect messages, apply what is committed. Applying may propose more; the turn goes round again a few times for
/// that and leaves the rest to the next.
public final class ReplicationCore {
    public let index: Int
    public let environment: any NodeEnvironment
    public let inbox: Inbox<ReplicationCore>
    public let leaders: LeaderTable
    let limits: Limits
    let mutant: Mutant?

    private let voter: VoterID
    private let journal: Journal
    private let peers: any PeerLinks
    private var random: SeededRandom

    private var replicas: [GroupID: Replica] = [:]
    private var dirty: [Replica] = []
    private var ticking: [GroupID: Replica] = [:]
    private var nextTick: Instant?
    private var ready = Ready()
    private var outbound: [NodeID: [PeerFrame.Message]] = [:]
    private var submissions: JournalSubmissions

    /// The length of a Raft tick.
    private static let tick: Duration = .milliseconds(50)
    /// Rounds in which a turn follows up on what applying proposed.
    private static let roundsMax = 4
    /// How long after a full disk applying is tried again.
    private static let stallRetry: Duration = .milliseconds(200)
    private var stalledUntil: Instant?
    private var warnedOfFullDisk = false

    /// Told what the groups do; nil outside tests.
    public weak var observer: (any ReplicationObserver)?

    public init(
        index: Int, voter: VoterID, environment: any NodeEnvironment, inbox: Inbox<ReplicationCore>, journal: Journal,
        peers: any PeerLinks, leaders: LeaderTable, limits: Limits, mutant: Mutant? = nil
    ) {
        self.index = index
        self.voter = voter
        self.environment = environment
        self.journal = journal
        self.peers = peers
        self.leaders = leaders
        self.limits = limits
        self.mutant = mutant
        self.inbox = inbox
        self.random = environment.random(for: "replication-\(index)")
        self.submissions = JournalSubmissions(core: index)
    }

    // MARK: - Groups

    public func replica(_ group: GroupID) -> Replica? { replicas[group] }

    public var groups: [GroupID] { replicas.keys.sorted() }

    /// Begins to drive a group.
    /// - Throws: ``RecoveryError`` if what the journal and the checkpoint tell contradicts itself.
    @discardableResult
    public func add(
        _ group: GroupID, machine: any StateMachine, recovered: Recovered
    ) throws(RecoveryError) -> Replica {
        invariant(replicas[group] == nil, "a group is added once")
        let raft = try RaftGroup(id: voter, recovered: recovered, limits: limits.raft, random: random.fork(), mutant: mutant)
        let replica = Replica(group: group, machine: machine, raft: raft, checkpointed: recovered.mark, core: self)
        replicas[group] = replica
        if raft.needsTicks { ticking[group] = replica }
        markDirty(replica)
        return replica
    }

    /// Ceases to drive a group and forgets it in the journal.
    public func remove(_ group: GroupID, at now: Instant) {
        guard let replica = replicas.removeValue(forKey: group) else { return }
        ticking[group] = nil
        leaders.forget(group)
        replica.machine.remove(at: now)
        // Files that went before the journal forgot what follows on them would be missed at the next start.
        submissions.remove(group) { replica.machine.removeFiles() }
        environment.cores.wake(core: index)
    }

    /// Forgets in the journal what it has of a group that is not driven here and never will be.
    /// - Parameter then: called once that is durable.
    public func discard(_ group: GroupID, then: @escaping () -> Void) {
        invariant(replicas[group] == nil, "a driven group is removed, not discarded")
        submissions.remove(group, then: then)
        environment.cores.wake(core: index)
    }

    func markDirty(_ replica: Replica) {
        guard !replica.isDirty else { return }
        replica.isDirty = true
        if dirty.isEmpty { environment.cores.wake(core: index) }
        dirty.append(replica)
    }

    // MARK: - The turn

    /// - Returns: when the next turn is due; nil if only an event can bring work.
    public func turn(at now: Instant) -> Instant? {
        inbox.drain(for: self)
        tickIfDue(at: now)
        retryStalled(at: now)
        for _ in 0..<Self.roundsMax where !dirty.isEmpty { processDirty(at: now) }
        submit(at: now)
        sendFrames()
        return [nextTick, stalledUntil].compactMap { $0 }.min()
    }

    private func processDirty(at now: Instant) {
        let work = dirty
        dirty.removeAll(keepingCapacity: true)
        for replica in work {
            replica.isDirty = false
            // One that was removed must not write to the journal again.
            guard replicas[replica.group] === replica else { continue }
            process(replica, at: now)
        }
    }

    private func process(_ replica: Replica, at now: Instant) {
        guard replica.raft.hasReady else { return announceRole(replica, at: now) }
        replica.raft.takeReady(into: &ready)
        if let violation = ready.violation {
            environment.crash("group \(replica.group): a law of Raft was broken around this node: \(violation)")
            return
        }
        if let observer, let leadership = ready.leadership { observer.changed(leadership, of: replica.group) }
        route(&ready.messages, of: replica.group)
        if let token = ready.token { submissions.add(replica, token: token, from: &ready) }
        if !ready.committed.isEmpty { apply(ready.committed, to: replica, at: now) }
        announceRole(replica, at: now)
        for read in ready.reads { replica.finishRead(read) }
        if replica.raft.needsTicks != (ticking[replica.group] != nil) {
            ticking[replica.group] = replica.raft.needsTicks ? replica : nil
        }
        if replica.raft.hasReady { markDirty(replica) }
    }

    // MARK: - Applying

    private func apply(_ entries: [LogEntry], to replica: Replica, at now: Instant) {
        guard replica.stalled.isEmpty else {
            replica.stalled += entries
            return
        }
        let count = replica.machine.replay(entries, at: now)
        if let observer, count > 0 { observer.applied(entries[..<count], of: replica.group) }
        if count > 0 { didApply(through: entries[count - 1].position, replica) }
        if count < entries.count {
            replica.stalled = Array(entries[count...])
            stalledUntil = now + Self.stallRetry
            environment.log(
                .error, "group \(replica.group): the disk is full; \(replica.stalled.count) committed entries wait in the journal")
        }
    }

    private func didApply(through position: LogPosition, _ replica: Replica) {
        replica.appliedTerm = position.term
        replica.raft.applied(through: position.index)
        replica.raft.compact(to: compactionPoint(of: replica))
    }

    /// How much of the applied log stays in memory: nothing where there is nobody to send it to.
    private func compactionPoint(of replica: Replica) -> LogIndex {
        let applied = replica.raft.applied
        guard replica.raft.needsTicks else { return applied }
        return LogIndex(applied.rawValue - min(applied.rawValue, UInt64(limits.raft.appliedEntriesKept)))
    }

    private func retryStalled(at now: Instant) {
        guard let due = stalledUntil, due <= now else { return }
        stalledUntil = nil
        for group in groups {
            guard let replica = replicas[group], !replica.stalled.isEmpty else { continue }
            let entries = replica.stalled
            replica.stalled = []
            apply(entries, to: replica, at: now)
            markDirty(replica)
        }
    }

    // MARK: - Leadership

    private func announceRole(_ replica: Replica, at now: Instant) {
        let role: GroupRole =
            replica.raft.isEstablished && replica.appliedTerm == replica.raft.term
            ? .leader(term: replica.raft.term) : .follower(leader: replica.raft.leader)
        guard role != replica.announcedRole else { return }
        replica.announcedRole = role
        if let leader = replica.raft.leader, replica.raft.role != .leader || role == .leader(term: replica.raft.term) {
            leaders.announce(replica.group, LeaderTable.Leader(node: leader.node, term: replica.raft.term))
        }
        replica.machine.roleChanged(role, at: now)
    }

    // MARK: - Journal

    private func submit(at now: Instant) {
        do throws(JournalError) {
            try submissions.submit(to: journal)
        } catch {
            environment.crash("journal: \(error)")
        }
        if submissions.isBlocked { stalledUntil = now + Self.stallRetry }
    }

    /// Whether an entry of this size would be journaled now: asked before it is proposed, since what is in the log must reach the disk.
    func hasSpace(for bytes: Int) -> Bool {
        if !submissions.isBlocked, journal.hasSpace(for: bytes) {
            if warnedOfFullDisk { environment.log(.info, "the disk has space again: records are taken") }
            warnedOfFullDisk = false
            return true
        }
        if !warnedOfFullDisk {
            environment.log(
                .error,
                "the disk is below its reserve: records are refused until there is space (delete records or topics, or shorten retention)")
        }
        warnedOfFullDisk = true
        return false
    }

    /// Batches of ours are on disk.
    public func journaled(_ batches: [UInt64]) {
        for batch in batches {
            submissions.complete(batch) { replica, token, messages in
                guard replicas[replica.group] === replica else { return }
                route(&messages, of: replica.group)
                replica.raft.persisted(token)
                markDirty(replica)
            }
        }
    }

    // MARK: - Peers

    /// A frame from a peer.
    public func receive(_ frame: PeerFrame) {
        for message in frame.messages {
            guard let replica = replicas[message.group] else { continue }
            // Entries that could not be journaled are dropped here: the leader sends them again.
            if case .append(let append) = message.message.kind, !append.entries.isEmpty,
                !hasSpace(for: append.entries.reduce(0) { $0 + $1.payload.readableBytes })
            {
                continue
            }
            replica.raft.step(message.message)
            markDirty(replica)
        }
    }

    private func route(_ messages: inout [RaftMessage], of group: GroupID) {
        for message in messages {
            outbound[message.to.node, default: []].append(PeerFrame.Message(group: group, message: message))
        }
        messages.removeAll(keepingCapacity: true)
    }

    private func sendFrames() {
        guard !outbound.isEmpty else { return }
        for (node, messages) in outbound.sorted(by: { $0.key < $1.key }) { peers.send(PeerFrame(messages: messages), to: node) }
        outbound.removeAll(keepingCapacity: true)
    }

    private func tickIfDue(at now: Instant) {
        guard !ticking.isEmpty else {
            nextTick = nil
            return
        }
        guard let due = nextTick else {
            nextTick = now + Self.tick
            return
        }
        guard due <= now else { return }
        nextTick = now + Self.tick
        for group in ticking.keys.sorted() {
            guard let replica = ticking[group] else { continue }
            replica.raft.tick()
            markDirty(replica)
        }
    }

    // MARK: - Checkpoints

    /// Begins checkpoints of the given groups, as far as they are ours, so that the journal may forget their entries.
    /// One with nothing new since its last is left out: a journal over its limits asks again and again, and would get nothing for it.
    /// - Parameters:
    ///   - always: also groups with nothing new, whose machines have files to remove.
    ///   - done: called on the background lane when all of them have run.
    public func checkpoint(_ groups: [GroupID], always: Bool = false, then done: (@Sendable () -> Void)? = nil) {
        for group in groups {
            guard let replica = replicas[group], !replica.checkpointing, always || replica.raft.applied > replica.checkpointed.index,
                let mark = replica.raft.mark(at: replica.raft.applied),
                let checkpoint = replica.machine.beginCheckpoint(mark)
            else { continue }
            replica.checkpointing = true
            run(checkpoint, of: group, mark)
        }
        if let done { environment.backgroundLane.run(done) }
    }

    /// Groups with entries applied since their last checkpoint.
    public var groupsToCheckpoint: [GroupID] {
        groups.filter { group in replicas[group].map { $0.raft.applied > $0.checkpointed.index } ?? false }
    }

    private func run(_ checkpoint: Checkpoint, of group: GroupID, _ mark: SnapshotMark) {
        let inbox = inbox
        let environment = environment
        environment.backgroundLane.run {
            let outcome = checkpoint.work()
            if let failure = outcome.failure {
                if failure.kind == .syncFailed { return environment.crash("checkpoint of group \(group): \(failure)") }
                environment.log(.error, "checkpoint of group \(group) will be tried again: \(failure)")
            }
            inbox.post { $0.finishCheckpoint(group, mark, outcome) }
        }
    }

    private func finishCheckpoint(_ group: GroupID, _ mark: SnapshotMark, _ outcome: CheckpointOutcome) {
        guard let replica = replicas[group] else { return }
        replica.checkpointing = false
        replica.machine.finishCheckpoint(mark, outcome)
        guard outcome.isDurable else { return }
        replica.checkpointed = mark
        submissions.release(group, through: mark.position)
        environment.cores.wake(core: index)
    }
}
