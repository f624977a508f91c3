import Environment
import Synchronization

/// The cores of one life of a node: a wake is an event a little later, and many wakes before it are one.
final class SimulatedCores: CoreHost {
    private struct State {
        var woken: [Bool]
        var random: SeededRandom
    }

    let coreCount: Int
    private let key: NodeKey
    private let queue: EventQueue
    private let delayMax: Int64
    private let state: Mutex<State>

    init(count: Int, key: NodeKey, queue: EventQueue, delayMax: Duration, random: SeededRandom) {
        coreCount = count
        self.key = key
        self.queue = queue
        self.delayMax = delayMax.nanosecondsSaturating
        state = Mutex(State(woken: Array(repeating: false, count: count), random: random))
    }

    func wake(core: Int) {
        let delay = state.withLock { state -> Int64? in
            guard !state.woken[core] else { return nil }
            state.woken[core] = true
            return Int64.random(in: 0...delayMax, using: &state.random)
        }
        if let delay { queue.post(after: delay, .turn(key, core: core)) }
    }

    /// What is posted from here on gets another turn.
    func turnBegins(core: Int) { state.withLock { $0.woken[core] = false } }
}
