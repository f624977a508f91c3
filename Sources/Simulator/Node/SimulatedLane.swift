import Environment
import Synchronization

/// A lane of one life of a node: each job takes a while by chance, begins when the one before has ended, and has its effects at its end.
final class SimulatedLane: Lane {
    private struct State {
        var freeAt: Int64 = 0
        var random: SeededRandom
    }

    private let kind: LaneKind
    private let key: NodeKey
    private let queue: EventQueue
    private let durationMax: Int64
    private let state: Mutex<State>

    init(_ kind: LaneKind, key: NodeKey, queue: EventQueue, durationMax: Duration, random: SeededRandom) {
        self.kind = kind
        self.key = key
        self.queue = queue
        self.durationMax = durationMax.nanosecondsSaturating
        state = Mutex(State(random: random))
    }

    func run(_ job: @escaping @Sendable () -> Void) {
        let now = queue.now
        let durationMax = queue.isCalm ? min(durationMax, 3_000_000) : durationMax
        let end = state.withLock { state -> Int64 in
            let duration = Int64.random(in: 0...durationMax, using: &state.random)
            state.freeAt = max(state.freeAt, now) + duration + 1
            return state.freeAt
        }
        queue.post(at: end, .job(key, kind, job))
    }
}
