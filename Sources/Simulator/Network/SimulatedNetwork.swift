import Environment
import Replication
import Synchronization

/// The links between the nodes of a world: frames are delayed, lost, repeated and so reordered; each direction of each link can be cut.
final class SimulatedNetwork: Sendable {
    private struct State {
        var random: SeededRandom
        var loss: Double
        var duplication: Double
        var delayMax: Int64
        /// How many cuts of the link from row to column are in force.
        var cuts: [[Int]]
    }

    private let queue: EventQueue
    private let state: Mutex<State>

    init(_ profile: Profile, queue: EventQueue, random: SeededRandom) {
        self.queue = queue
        state = Mutex(
            State(
                random: random, loss: profile.loss, duplication: profile.duplication,
                delayMax: profile.delayMax.nanosecondsSaturating,
                cuts: Array(repeating: Array(repeating: 0, count: profile.nodes), count: profile.nodes)))
    }

    func send(_ frame: PeerFrame, from: Int, to: Int) {
        let delays = state.withLock { state -> [Int64] in
            guard state.cuts.indices.contains(to), state.cuts[from][to] == 0, !state.random.chance(state.loss) else { return [] }
            let copies = state.random.chance(state.duplication) ? 2 : 1
            return (0..<copies).map { _ in Int64.random(in: 1...max(1, state.delayMax), using: &state.random) }
        }
        for delay in delays { queue.post(after: delay, .frame(from: from, to: to, frame)) }
    }

    /// How long a client's request or an answer travels.
    func clientDelay() -> Int64 { state.withLock { Int64.random(in: 1...max(1, $0.delayMax), using: &$0.random) } }

    /// Cuts one direction, also for what is on the way.
    func cut(from: Int, to: Int) { state.withLock { $0.cuts[from][to] += 1 } }

    func mend(from: Int, to: Int) { state.withLock { $0.cuts[from][to] = max(0, $0.cuts[from][to] - 1) } }

    func isCut(from: Int, to: Int) -> Bool { state.withLock { $0.cuts[from][to] > 0 } }

    /// The weather clears.
    func calm() {
        state.withLock { state in
            state.loss = 0
            state.duplication = 0
            state.delayMax = min(state.delayMax, 2_000_000)
            state.cuts = state.cuts.map { $0.map { _ in 0 } }
        }
    }
}

/// One life of a node's way to the others.
struct SimulatedLinks: PeerLinks {
    let network: SimulatedNetwork
    let environment: SimulatedEnvironment

    func send(_ frame: PeerFrame, to node: NodeID) {
        // A process that has ended sends nothing.
        guard environment.crashReason == nil else { return }
        network.send(frame, from: environment.key.node, to: Int(node.rawValue) - 1)
    }
}
