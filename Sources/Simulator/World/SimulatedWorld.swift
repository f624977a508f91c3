import ClusterMetadata
import Environment
import KafkaProtocol
import Node
import Raft
import Replication
import Storage

/// A cluster, its clients and its weather on one queue of events: the production code of whole nodes, driven by a seed.
final class SimulatedWorld {
    let seed: UInt64
    let profile: Profile
    let queue = EventQueue()
    let trace: Trace
    let network: SimulatedNetwork
    private(set) var nodes: [SimulatedNode] = []
    private(set) var clients: [any SimulatedClient] = []
    /// When each client's next step is due.
    private var wakes: [Int64] = []
    private(set) var failure: SimulationFailure?
    private var models: [GroupID: PartitionModel] = [:]
    private var logs: [GroupID: CommittedLog] = [:]
    private var random: SeededRandom
    var faultRandom: SeededRandom
    var isCalm: Bool { queue.isCalm }
    /// The partitions' groups, once the topic is there.
    private(set) var groups: [GroupID] = []
    let topic: TopicRecord
    /// Numbers the clients' connections.
    var nextConnection: UInt64 = 1
    private(set) var eventCount = 0

    /// - Parameters:
    ///   - mutant: a known fault in every node.
    ///   - adjust: changes the profile drawn.
    init(seed: UInt64, mutant: Mutant? = nil, trace: Trace = Trace(), adjust: (inout Profile) -> Void = { _ in }) {
        self.seed = seed
        self.trace = trace
        var random = SeededRandom(seed: seed)
        var profile = Profile(using: &random)
        adjust(&profile)
        self.profile = profile
        network = SimulatedNetwork(profile, queue: queue, random: random.fork())
        faultRandom = random.fork()
        let first = GroupID.firstPartition.rawValue
        let everybody = (0..<profile.nodes).map { NodeID(Int32($0 + 1)) }
        let partitions = (0..<profile.partitions).map { index in
            let turned = everybody[(index % everybody.count)...] + everybody[..<(index % everybody.count)]
            return PartitionRecord(group: GroupID(first + UInt64(index)), replicas: Array(turned))
        }
        var configs = ["segment.bytes": "\(profile.segmentBytes)"]
        if let bytes = profile.retentionBytes { configs["retention.bytes"] = "\(bytes)" }
        var identity = random.fork()
        topic = TopicRecord(name: "simulated", id: KafkaUUID.random(using: &identity), partitions: partitions, configs: configs)
        let voters = everybody.map { VoterID(node: $0, directory: identity.next()) }
        self.random = random
        for index in 0..<profile.nodes {
            var configuration = NodeConfiguration()
            configuration.id = voters[index].node
            configuration.endpoints = [Endpoint(listener: "PLAINTEXT", host: "node-\(index + 1)", port: 9092)]
            configuration.limits = profile.limits
            configuration.firstVoters = voters
            configuration.newDirectoryID = voters[index].directory
            configuration.mutant = mutant
            let drift = Int.random(in: -profile.driftMax...profile.driftMax, using: &self.random)
            nodes.append(
                SimulatedNode(
                    index, configuration: configuration, clock: SimulatedClock(queue: queue, drift: drift),
                    disk: SimulatedDisk(seed: self.random.next(), faults: profile.disk), random: self.random.fork()))
        }
    }

    // MARK: - For its parts

    func model(_ group: GroupID) -> PartitionModel {
        if let known = models[group] { return known }
        let model = PartitionModel(name: "\(group)", retains: profile.retentionBytes == nil)
        models[group] = model
        return model
    }

    func committed(_ group: GroupID) -> CommittedLog {
        if let known = logs[group] { return known }
        let log = CommittedLog(group)
        logs[group] = log
        return log
    }

    /// Notes why the run failed; the first reason counts.
    func fail(_ reason: SimulationFailure) {
        guard failure == nil else { return }
        failure = reason
        trace.note("\(queue.now) failure: \(reason)")
    }

    func check(_ body: () throws(SimulationFailure) -> Void) {
        do throws(SimulationFailure) { try body() } catch { fail(error) }
    }

    /// Gives a client a step after a while, or before, if that stands already.
    func wake(_ client: Int, after delay: Int64) {
        let time = queue.now + max(1, delay)
        guard time < wakes[client] else { return }
        wakes[client] = time
        queue.post(at: time, .client(client))
    }

    func send(_ request: ClientRequest, to node: Int) { queue.post(after: network.clientDelay(), .request(request, to: node)) }

    func add(_ make: (Int, SeededRandom) -> any SimulatedClient) {
        let index = clients.count
        clients.append(make(index, random.fork()))
        wakes.append(.max)
        wake(index, after: Int64.random(in: 0...100_000_000, using: &random))
    }

    // MARK: - Events

    /// Lets time pass until `end` (world time), or the first failure.
    func run(until end: Int64) throws(SimulationFailure) {
        while let event = queue.next(before: end) {
            eventCount += 1
            handle(event)
            if let failure { throw failure }
        }
    }

    private func handle(_ event: Event) {
        switch event {
        case .turn(let key, let core):
            act(key, event) { node, alive in
                alive.environment.simulatedCores.turnBegins(core: core)
                turn(node, alive, core)
            }
        case .deadline(let key, let core, let time):
            act(key, event) { node, alive in
                guard alive.deadlines[core] == time else { return }
                turn(node, alive, core)
            }
        case .job(let key, let lane, let job):
            act(key, event) { node, _ in
                trace.note("\(queue.now) node \(node.index): \(lane.rawValue) job")
                job()
            }
        case .frame(let from, let to, let frame):
            guard !network.isCut(from: from, to: to), let alive = nodes[to].alive else { return }
            trace.note("\(queue.now) frame \(from) to \(to): \(frame.messages.count)")
            alive.node.receive(frame)
        case .request(let request, let to): serve(request, on: to)
        case .reply(let reply):
            trace.note("\(queue.now) client \(reply.client): answer \(reply.number) from \(reply.from)")
            clients[reply.client].received(reply, self)
        case .connect, .connected, .toNode, .hungUp, .toClient, .closed: handleConnection(event)
        case .client(let index):
            guard wakes[index] == queue.now else { return }
            wakes[index] = .max
            clients[index].step(self)
        case .fault: misfortune()
        case .start(let index): start(index)
        case .goesOn(let index): if nodes[index].pausedUntil <= queue.now { release(nodes[index]) }
        case .powerLoss(let key):
            if nodes[key.node].key == key, nodes[key.node].alive != nil { end(key.node, power: true) }
        case .mend(let from, let to): network.mend(from: from, to: to)
        case .audit: audit()
        }
    }

    /// Whether the process of a life stands still; then the event comes again when it goes on.
    func isPaused(_ key: NodeKey, _ event: Event) -> Bool {
        let node = nodes[key.node]
        // Nothing passes what waits.
        guard node.key == key, node.pausedUntil > queue.now || !node.held.isEmpty else { return false }
        node.held.append(event)
        return true
    }

    func pause(_ node: SimulatedNode, for time: Int64) {
        node.pausedUntil = max(node.pausedUntil, queue.now + time)
        queue.post(at: node.pausedUntil, .goesOn(node: node.index))
    }

    /// What came while a process stood still happens now, in order.
    func release(_ node: SimulatedNode) {
        node.pausedUntil = 0
        let held = node.held
        node.held = []
        for event in held { handle(event) }
    }

    /// Does something in a life that still goes on; later if the process stands still. Ends the life if it has ended itself.
    private func act(_ key: NodeKey, _ event: Event, _ body: (SimulatedNode, SimulatedNode.Alive) -> Void) {
        let node = nodes[key.node]
        guard node.key == key, let alive = node.alive else { return }
        if isPaused(key, event) { return }
        body(node, alive)
        guard let reason = alive.environment.crashReason else { return }
        if !alive.environment.isCrashExplained { fail(SimulationFailure(.crash, "node \(key.node) ends itself: \(reason)")) }
        end(key.node, power: faultRandom.chance(0.5))
    }

    private func turn(_ node: SimulatedNode, _ alive: SimulatedNode.Alive, _ core: Int) {
        let now = queue.now
        let next = alive.cores[core].turn(at: node.clock.now)
        trace.note("\(now) node \(node.index) core \(core): turn")
        guard let next, let time = node.clock.worldTime(of: next) else { return alive.deadlines[core] = nil }
        let due = max(time, now + 1)
        alive.deadlines[core] = due
        queue.post(at: due, .deadline(node.key, core: core, time: due))
    }

    private func serve(_ request: ClientRequest, on index: Int) {
        guard let alive = nodes[index].alive else { return }
        let queue = queue
        let network = network
        let environment = alive.environment
        let leaders = alive.node.gateway.leaders
        let shared = alive.node.gateway
        @Sendable func answer(_ outcome: Reply.Outcome) {
            // Without power nothing leaves.
            guard environment.crashReason == nil, !environment.simulatedDisk.isDead else { return }
            let reply = Reply(client: request.client, number: request.number, from: index, outcome: outcome)
            queue.post(after: network.clientDelay(), .reply(reply))
        }
        shared.inboxes[shared.owner(of: request.group)].post { core in
            switch request.operation {
            case .append(let batch): core.engine.append(batch, to: request.group) { answer(.append($0)) }
            case .read(let read):
                core.engine.read(read, from: request.group) { result in
                    answer(.read(result.flatMap { $0.inMemory }))
                }
            case .offset(let query): core.engine.offset(query, in: request.group) { answer(.offset($0)) }
            case .deleteRecords(let before):
                core.engine.deleteRecords(before: before, in: request.group) { answer(.deleteRecords($0)) }
            case .leader: answer(.leader(leaders.leader(of: request.group)))
            }
        }
    }

    // MARK: - Lives

    func start(_ index: Int) {
        let node = nodes[index]
        guard node.alive == nil, failure == nil else { return }
        trace.note("\(queue.now) node \(index): starts")
        do throws(StartError) {
            try node.start(in: self)
        } catch {
            guard node.disk.isDead || node.disk.faults.syncFailureChance > 0 else {
                return fail(SimulationFailure(.crash, "node \(index) does not start: \(error)"))
            }
            trace.note("\(queue.now) node \(index): does not start: \(error)")
            node.end(power: true)
            queue.post(after: 100_000_000, .start(node: index))
        }
    }

    func end(_ index: Int, power: Bool) {
        let node = nodes[index]
        guard node.alive != nil else { return }
        trace.note("\(queue.now) node \(index): \(power ? "loses its power" : "is killed")")
        breakConnections(of: node)
        node.end(power: power)
        release(node)
        let down = isCalm ? 1 : profile.downMax.nanosecondsSaturating
        queue.post(after: Int64.random(in: 1...max(1, down), using: &faultRandom), .start(node: index))
    }

    // MARK: - The topic

    /// Asks the controller for the topic until it is there; the clients come then.
    private func createTopic() {
        for node in nodes {
            guard let alive = node.alive, node.pausedUntil <= queue.now,
                let controller = alive.cores.lazy.compactMap({ $0.gateway.controller }).first, controller.isLeading
            else { continue }
            if controller.image.topics[topic.name] != nil {
                groups = topic.partitions.map(\.group)
                return addClients()
            }
            let topic = topic
            let count = profile.nodes
            alive.node.gateway.inboxes[alive.node.gateway.owner(of: .metadata)].post { core in
                core.controller?.perform(
                    { image in
                        let isPossible = image.nodes.count == count && image.topics[topic.name] == nil
                        return MetadataDecision(isPossible ? [.createTopic(topic)] : [], ())
                    }, done: { _ in })
            }
        }
    }

    /// Of one producer: bounds the time that a run takes.
    private static let batchesMax = 300

    private func addClients() {
        for number in 0..<profile.producers {
            let group = groups[number % groups.count]
            let isIdempotent = random.chance(0.6)
            add { Producer(index: $0, group: group, isIdempotent: isIdempotent, batchesMax: Self.batchesMax, random: $1) }
        }
        for number in 0..<profile.wireClients {
            let place = number % groups.count
            add { WireClient(index: $0, topic: topic.name, partition: Int32(place), group: groups[place], random: $1) }
        }
        for number in 0..<profile.consumers {
            let group = groups[number % groups.count]
            let deletes = random.chance(0.3)
            add { Consumer(index: $0, group: group, deletes: deletes, random: $1) }
        }
    }

    // MARK: - Checks while it runs

    static let auditPause: Int64 = 97_000_000

    private func audit() {
        if groups.isEmpty { createTopic() }
        check { () throws(SimulationFailure) in try compareReplicas() }
        queue.post(after: Self.auditPause, .audit)
    }

    /// Every replica has the state that its log replays to.
    func compareReplicas() throws(SimulationFailure) {
        for node in nodes {
            guard let alive = node.alive else { continue }
            for core in alive.cores {
                for group in core.replication.groups {
                    guard let replica = core.replication.replica(group) else { continue }
                    let state =
                        group == .metadata
                        ? core.gateway.controller?.image.encoded : core.engine.partition(group)?.replicatedState
                    guard let state else { continue }
                    try committed(group).check(state, at: replica.applied, node: node.index)
                }
            }
        }
    }
}

extension ReadOutcome {
    /// With its file regions read, as a socket would.
    fileprivate var inMemory: Result<ReadOutcome, StorageError> {
        var outcome = self
        var bytes = WireBytes()
        do throws(StorageError) {
            outcome.records = .bytes(try bytes.gather(records))
            return .success(outcome)
        } catch {
            return .failure(error)
        }
    }
}
