import Environment
import NIOCore
import Raft

/// Members of one group on a bad network, with bad disks, everything from one seed.
struct Cluster {
    private(set) var random: SeededRandom
    private(set) var profile: Profile
    private(set) var checker = Checker()
    private(set) var nodes: [SimulatedNode] = []
    private(set) var now = 0
    /// Messages by the step they arrive in, a ring.
    private var inTransit: [[RaftMessage]] = Array(repeating: [], count: 128)
    /// Links that carry nothing, one way each: `from * count + to`.
    private var cut: [Bool]
    private var ready = Ready()
    private var nextPayload: UInt64 = 1
    private let mutant: Mutant?
    /// The last steps, for who reads a failure.
    private(set) var trace: [String] = []
    var keepsTrace = false

    init(seed: UInt64, mutant: Mutant? = nil, adjust: (inout Profile) -> Void = { _ in }) throws {
        random = SeededRandom(seed: seed)
        profile = Profile(using: &random)
        adjust(&profile)
        self.mutant = mutant
        cut = Array(repeating: false, count: profile.nodes * profile.nodes)
        let ids = (0..<profile.nodes).map { VoterID(node: NodeID(Int32($0)), directory: UInt64($0)) }
        let first = Configuration(voters: Array(ids.prefix(profile.voters)))
        for (i, id) in ids.enumerated() {
            nodes.append(SimulatedNode(id: id, configuration: i < profile.voters ? first : Configuration(voters: [])))
            try start(i)
        }
    }

    // MARK: Running

    /// The storm, then calm: a leader within five election timeouts, a new proposal committed by it, and everybody caught up.
    mutating func run(steps: Int) throws {
        for _ in 0..<steps { try step(faults: true) }
        try calmDown()
    }

    private mutating func calmDown() throws {
        profile.calm()
        heal()
        for i in 0..<nodes.count where nodes[i].group == nil { try start(i) }
        // The longest delay of what is still under way, then five of the longest election timeouts.
        let bound = 80 + 5 * 2 * profile.limits.electionTicks * 5
        var proposal: (index: LogIndex, term: Term)?
        var steps = 0
        var newestChange = 0
        var standing = 0
        // Small limits make catching up slow, which is no fault; standing still is.
        while steps - newestChange < bound {
            steps += 1
            try step(faults: false)
            let leader = nodes.indices.first { nodes[$0].group?.role == .leader }
            if steps == bound && leader == nil { break }
            let stands = nodes.reduce(0) { $0 + Int($1.group?.commit.rawValue ?? 0) + Int($1.group?.last.index.rawValue ?? 0) }
            if stands != standing { newestChange = steps }
            standing = stands
            if let waiting = proposal, checker.committedIndex >= waiting.index {
                if checker.committed[Int(waiting.index.rawValue) - 1].term != waiting.term {
                    proposal = nil
                } else if isConverged {
                    return
                }
            }
            // Proposed to a leader that lost its term: it may never be committed.
            if let leader, let term = nodes[leader].group?.term, let waiting = proposal, term > waiting.term { proposal = nil }
            if proposal == nil, let leader {
                let bytes = payload()
                if let index = try? nodes[leader].group?.propose(bytes), let term = nodes[leader].group?.term {
                    proposal = (index, term)
                    try process(leader)
                }
            }
        }
        let roles = nodes.map {
            "\($0.id): \($0.group.map { "\($0.role) term \($0.term) commit \($0.commit) last \($0.last) \($0.configuration)" } ?? "down")"
        }
        throw Checker.Failure(
            description: "no progress after the faults stopped; committed \(checker.committedIndex)\n" + roles.joined(separator: "\n"))
    }

    /// Every member of the leader's configuration has applied all that is committed.
    private var isConverged: Bool {
        guard let leader = nodes.first(where: { $0.group?.isEstablished == true })?.group, !leader.configuration.isJoint else {
            return false
        }
        return nodes.allSatisfy { node in
            guard leader.configuration.isMember(node.id), let group = node.group else { return true }
            return group.applied == checker.committedIndex && group.configuration == leader.configuration
        }
    }

    private mutating func step(faults: Bool) throws {
        now += 1
        let slot = now % inTransit.count
        let arriving = inTransit[slot]
        inTransit[slot] = []
        for message in arriving {
            let to = Int(message.to.node.rawValue)
            nodes[to].group?.step(message)
            // Sometimes several messages are one turn.
            if random.chance(0.7) { try process(to) }
        }
        for i in nodes.indices {
            if nodes[i].group == nil {
                if now >= nodes[i].restartsAt { try start(i) }
                continue
            }
            if now >= nodes[i].nextTick {
                nodes[i].nextTick = now + Int.random(in: 4...6, using: &random)
                nodes[i].group?.tick()
                watchLeader(of: i)
            }
            finishWrites(i)
            try finishFetch(i)
            if faults { try act(i) }
            try process(i)
        }
        if faults { disturb() }
    }

    /// What a host does for sleeping groups: it knows whether the leader's node lives.
    private mutating func watchLeader(of i: Int) {
        guard let group = nodes[i].group, group.isQuiescent, let leader = group.leader, leader != group.id else { return }
        let other = nodes[Int(leader.node.rawValue)].group
        // A leader that lost its leadership or its memory is as good as gone for its sleeping followers.
        if other?.role == .leader && other?.isQuiescent == true && other?.term == group.term { return }
        record("node \(i) wakes: its leader is gone")
        nodes[i].group?.forgetLeader()
        if random.chance(0.5) { nodes[i].group?.campaign(prompt: true) }
    }

    // MARK: The host

    private mutating func start(_ i: Int) throws {
        nodes[i].incarnation += 1
        nodes[i].nextTick = now + Int.random(in: 1...5, using: &random)
        nodes[i].digest = nodes[i].snapshot.digest
        record(
            "node \(i) starts: \(nodes[i].hardState), log \(nodes[i].snapshot.mark.index)..\(nodes[i].entries.last?.position.description ?? "")"
        )
        let seeded = random.fork()
        nodes[i].group = try RaftGroup(
            id: nodes[i].id, recovered: nodes[i].recovered, limits: profile.limits, random: seeded, mutant: mutant)
        // Whoever comes back is news to its leader.
        for other in nodes.indices where other != i { nodes[other].group?.wake() }
        try process(i)
    }

    private mutating func process(_ i: Int) throws {
        guard nodes[i].group?.hasReady == true else { return }
        nodes[i].group?.takeReady(into: &ready)
        guard let group = nodes[i].group else { return }
        if let violation = ready.violation { throw Checker.Failure(description: "\(group.id) stopped: \(violation)") }
        if let leadership = ready.leadership {
            record("node \(i): \(leadership.role) in term \(leadership.term), last \(group.last), commit \(group.commit)")
            if leadership.role == .leader { try checker.elected(group) }
        }
        for message in ready.messages { send(message) }
        if let token = ready.token {
            try checker.journaled(ready.entries, in: group)
            let due = max(nodes[i].writes.last?.due ?? 0, now + Int.random(in: 0..<profile.syncMax, using: &random))
            nodes[i].writes.append(
                SimulatedNode.Write(
                    due: due, token: token, installed: ready.installed, snapshot: ready.installed == nil ? nil : nodes[i].fetched,
                    hardState: ready.hardState, entries: ready.entries,
                    messages: ready.messagesAfterPersist))
        }
        var applied = group.applied
        for entry in ready.committed {
            nodes[i].digest = try checker.applied(entry, after: applied, by: group.id)
            applied = entry.index
        }
        nodes[i].group?.applied(through: applied)
        if let offer = ready.offer {
            nodes[i].fetch = SimulatedNode.Fetch(due: now + Int.random(in: 1...30, using: &random), offer: offer)
        }
        for result in ready.reads {
            if let began = nodes[i].reads.removeValue(forKey: result.token) { try checker.read(result, began: began) }
        }
    }

    private mutating func finishWrites(_ i: Int) {
        while let write = nodes[i].writes.first, write.due <= now {
            nodes[i].writes.removeFirst()
            nodes[i].store(write)
            for message in write.messages { send(message) }
            nodes[i].group?.persisted(write.token)
        }
    }

    private mutating func finishFetch(_ i: Int) throws {
        guard let fetch = nodes[i].fetch, fetch.due <= now else { return }
        nodes[i].fetch = nil
        let from = Int(fetch.offer.from.node.rawValue)
        guard let source = nodes[from].group, !cut[from * nodes.count + i], !random.chance(profile.loss),
            let mark = source.mark(at: source.applied), mark.index >= fetch.offer.mark.index
        else {
            nodes[i].group?.reportSnapshotFailed()
            return
        }
        let digest = nodes[from].digest
        if digest != checker.digest(at: mark.index) {
            throw Checker.Failure(description: "the snapshot of \(source.id) at \(mark.index) differs")
        }
        // The data is on disk before the group hears of it; it counts once the journal has the mark.
        guard nodes[i].group?.installSnapshot(mark) == true else { return }
        record("node \(i) installs \(mark.position)")
        nodes[i].digest = digest
        nodes[i].fetched = SimulatedNode.Snapshot(mark: mark, digest: digest)
    }

    private mutating func send(_ message: RaftMessage) {
        let from = Int(message.from.node.rawValue)
        let to = Int(message.to.node.rawValue)
        if cut[from * nodes.count + to] || random.chance(profile.loss) { return }
        let copies = random.chance(profile.duplication) ? 2 : 1
        for _ in 0..<copies {
            let arrival = now + Int.random(in: 1...profile.delayMax, using: &random)
            inTransit[arrival % inTransit.count].append(message)
        }
    }

    // MARK: What happens to it

    /// Clients and operators.
    private mutating func act(_ i: Int) throws {
        guard let group = nodes[i].group else { return }
        if group.role == .leader {
            if random.chance(profile.propose) {
                let bytes = payload()
                _ = try? nodes[i].group?.propose(bytes)
            }
            if random.chance(profile.read) {
                let token = random.next()
                nodes[i].reads[token] = checker.committedIndex
                do { try nodes[i].group?.readIndex(token: token) } catch { nodes[i].reads[token] = nil }
            }
            if random.chance(profile.membership) { changeMembers(i) }
            if random.chance(profile.transfer), let target = nodes.randomElement(using: &random)?.id {
                try? nodes[i].group?.transferLeadership(to: target)
            }
            if random.chance(profile.quiesce), group.canQuiesce { nodes[i].group?.quiesce() }
            if random.chance(0.005), let other = nodes.randomElement(using: &random)?.id { nodes[i].group?.reportUnreachable(other) }
        } else if random.chance(profile.transfer * 0.2) {
            let prompt = random.chance(0.5)
            nodes[i].group?.forgetLeader()
            nodes[i].group?.campaign(prompt: prompt)
        }
        let isInstalling = nodes[i].fetched.map { $0.mark.index > nodes[i].snapshot.mark.index } ?? false
        if !isInstalling, random.chance(profile.compact), let mark = group.mark(at: group.applied),
            mark.index > nodes[i].snapshot.mark.index
        {
            nodes[i].snapshot = SimulatedNode.Snapshot(mark: mark, digest: nodes[i].digest)
            let keep = UInt64.random(in: 0...5, using: &random)
            nodes[i].group?.compact(to: LogIndex(mark.index.rawValue - min(keep, mark.index.rawValue)))
        }
        if random.chance(profile.crash) {
            record("node \(i) crashes")
            nodes[i].crash(using: &random)
            nodes[i].restartsAt = now + Int.random(in: 1...profile.downMax, using: &random)
        }
    }

    private mutating func changeMembers(_ i: Int) {
        if random.chance(0.2) {
            _ = try? nodes[i].group?.cancelConfigurationChange()
            return
        }
        let shuffled = nodes.map(\.id).shuffled(using: &random)
        let voters = Int.random(in: 1...nodes.count, using: &random)
        _ = try? nodes[i].group?.proposeConfiguration(
            voters: Array(shuffled.prefix(voters)), learners: Array(shuffled.dropFirst(voters).prefix(1)))
    }

    private mutating func heal() { cut = Array(repeating: false, count: nodes.count * nodes.count) }

    private mutating func disturb() {
        guard random.chance(profile.partition) else { return }
        if random.chance(0.5) {
            heal()
        } else if random.chance(0.5) {
            let link = Int.random(in: 0..<cut.count, using: &random)
            cut[link] = true
        } else {
            // One node alone, or against all others in one direction.
            let lonely = Int.random(in: 0..<nodes.count, using: &random)
            let both = random.chance(0.7)
            for other in nodes.indices where other != lonely {
                cut[lonely * nodes.count + other] = true
                if both { cut[other * nodes.count + lonely] = true }
            }
        }
    }

    private mutating func payload() -> ByteBuffer {
        nextPayload += 1
        return ByteBuffer(integer: nextPayload)
    }

    private mutating func record(_ line: String) {
        guard keepsTrace else { return }
        trace.append("\(now): " + line)
    }
}
