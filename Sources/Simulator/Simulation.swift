public import Environment
import KafkaProtocol
import NIOCore
import Storage

/// One simulated life of a cluster, from its first start through its faults to the calm after them.
public struct Simulation: Sendable {
    public var seed: UInt64
    /// A known fault in every node, to see it caught.
    public var mutant: Mutant?
    /// How many nodes; nil: the seed decides.
    public var nodes: Int?
    /// Gets every line of the trace.
    public var printer: (@Sendable (String) -> Void)?

    public init(seed: UInt64) { self.seed = seed }

    /// What a run that did not fail came to.
    public struct Report: Sendable {
        /// Of everything that happened: the same for the same seed, in every process.
        public var traceHash: UInt64
        public var events: Int
        /// Batches acknowledged to the clients.
        public var acknowledged: Int
        /// Answers to the clients that speak the protocol.
        public var answers: Int
    }

    /// A failure and what came before it.
    public struct Failed: Error, Sendable {
        public var failure: SimulationFailure
        public var traceHash: UInt64
        /// The newest lines of the trace, oldest first.
        public var recent: [String]
    }

    /// Runs the seed to its end.
    public func run() throws(Failed) -> Report {
        let trace = Trace(printer: printer)
        let world = SimulatedWorld(seed: seed, mutant: mutant, trace: trace) { profile in
            Self.weather(for: mutant, &profile)
            if let nodes { profile.resize(to: nodes) }
        }
        do throws(SimulationFailure) {
            try world.live()
        } catch {
            throw Failed(failure: error, traceHash: trace.hash, recent: trace.recent)
        }
        return Report(traceHash: trace.hash, events: world.eventCount, acknowledged: world.acknowledgedCount, answers: world.answerCount)
    }
}

extension SimulatedWorld {
    /// The whole story.
    func live() throws(SimulationFailure) {
        for index in nodes.indices { queue.post(after: Int64.random(in: 0...200_000_000, using: &faultRandom), .start(node: index)) }
        queue.post(after: 1, .audit)
        queue.post(after: 1_000_000_000, .fault)
        try run(until: profile.duration.nanosecondsSaturating)
        calm()
        if let failure { throw failure }
        try recover()
        try finish()
    }

    /// Five election timeouts, and what restarts and clients take.
    private var recoveryTime: Int64 { 5 * 2 * Int64(profile.limits.raft.electionTicks) * 50_000_000 + 500_000_000 }

    private func recover() throws(SimulationFailure) {
        try run(until: queue.now + recoveryTime)
        guard !groups.isEmpty else {
            // The faults came before the topic: it is made now.
            try run(until: queue.now + recoveryTime)
            if groups.isEmpty { throw SimulationFailure(.liveness, "the topic cannot be made") }
            return
        }
        let leading = nodes.compactMap { node in
            node.alive?.cores.lazy.compactMap { $0.gateway.controller }.first { $0.isLeading }
        }
        if leading.isEmpty { throw SimulationFailure(.liveness, "the metadata group has no leader") }
        for group in groups {
            let isLed = nodes.contains { node in
                node.alive?.cores.contains { $0.engine.partition(group)?.isLeading ?? false } ?? false
            }
            if !isLed { throw SimulationFailure(.liveness, "group \(group) has no leader") }
        }
    }

    private func finish() throws(SimulationFailure) {
        for client in clients { client.finish() }
        let first = clients.count
        for group in groups { add { Producer(index: $0, group: group, isIdempotent: false, batchesMax: 1, random: $1) } }
        // Everything outstanding goes through, and a new batch in each partition.
        let end = queue.now + 30_000_000_000
        while queue.now < end {
            try run(until: queue.now + 200_000_000)
            let probed = clients[first...].allSatisfy { ($0 as? Producer)?.acknowledged == 1 }
            if probed, clients.allSatisfy(\.isIdle) { break }
        }
        for (offset, client) in clients[first...].enumerated() where (client as? Producer)?.acknowledged != 1 {
            throw SimulationFailure(.liveness, "group \(groups[offset]) takes no new batch")
        }
        if let stuck = clients.firstIndex(where: { !$0.isIdle }) {
            throw SimulationFailure(.liveness, "client \(stuck) still waits for an acknowledgement")
        }
        try awaitFollowers()
        try compareReplicas()
        for group in groups { try verify(group) }
    }

    /// Every replica gets everything.
    private func awaitFollowers() throws(SimulationFailure) {
        let end = queue.now + 20_000_000_000
        while queue.now < end {
            try run(until: queue.now + 500_000_000)
            if groups.allSatisfy({ isEverywhere($0) }) { return }
        }
        throw SimulationFailure(.liveness, "followers do not catch up")
    }

    private func isEverywhere(_ group: GroupID) -> Bool {
        let ends = nodes.map { node in
            node.alive?.cores.lazy.compactMap { $0.engine.partition(group)?.highWatermark }.first
        }
        return ends.allSatisfy { end in end.map { $0 >= model(group).acknowledgedEnd && $0 == ends[0] } ?? false }
    }

    private func verify(_ group: GroupID) throws(SimulationFailure) {
        var isVerified = 0
        for node in nodes {
            guard let partition = node.alive?.cores.lazy.compactMap({ $0.engine.partition(group) }).first else { continue }
            var bytes = ByteBuffer()
            do throws(StorageError) {
                var offset = partition.logStart
                while offset < partition.highWatermark {
                    var gathered = WireBytes()
                    let piece = try gathered.gather(try partition.replicatedRecords(from: offset, bytesMax: 1 << 20))
                    let next = try PartitionModel.end(of: piece)
                    guard next > offset else { throw .corrupt("nothing to read at \(offset)") }
                    bytes.writeImmutableBuffer(piece)
                    offset = next
                }
            } catch {
                throw SimulationFailure(.safety, "group \(group): node \(node.index) cannot read its log: \(error)")
            }
            try model(group).verify(bytes, logStart: partition.logStart, end: partition.highWatermark, node: node.index)
            isVerified += 1
        }
        if isVerified != nodes.count { throw SimulationFailure(.liveness, "group \(group): only \(isVerified) replicas are there") }
    }

    var acknowledgedCount: Int { groups.reduce(0) { $0 + model($1).acknowledgedCount } }

    var answerCount: Int { clients.reduce(0) { $0 + (($1 as? WireClient)?.answers ?? 0) } }
}
