import Environment
import Synchronization

/// The one queue of a simulated world: time is what it says. Locked only because what posts events crosses `Sendable` seams; one thread uses it.
final class EventQueue: Sendable {
    fileprivate struct Entry {
        var time: Int64
        var sequence: UInt64
        var event: Event
    }

    fileprivate struct State {
        var now: Int64 = 0
        var nextSequence: UInt64 = 0
        var isCalm = false
        var heap: [Entry] = []
    }

    private let state = Mutex(State())

    /// World time in nanoseconds.
    var now: Int64 { state.withLock { $0.now } }

    /// The faults are over: disks are no longer slow.
    var isCalm: Bool {
        get { state.withLock { $0.isCalm } }
        set { state.withLock { $0.isCalm = newValue } }
    }

    /// Posts an event `delay` nanoseconds from now. Events of one time happen in the order in which they were posted.
    func post(after delay: Int64, _ event: Event) { state.withLock { $0.push(at: $0.now + max(0, delay), event) } }

    /// Posts an event at a world time; one that has passed means now.
    func post(at time: Int64, _ event: Event) { state.withLock { $0.push(at: max(time, $0.now), event) } }

    /// Takes the next event and moves time to it; nil if there is none before `end`.
    func next(before end: Int64) -> Event? {
        state.withLock { state in
            guard let first = state.heap.first, first.time < end else {
                state.now = max(state.now, end)
                return nil
            }
            state.now = first.time
            return state.pop()
        }
    }
}

extension EventQueue.State {
    private static func before(_ a: EventQueue.Entry, _ b: EventQueue.Entry) -> Bool { (a.time, a.sequence) < (b.time, b.sequence) }

    fileprivate mutating func push(at time: Int64, _ event: Event) {
        heap.append(EventQueue.Entry(time: time, sequence: nextSequence, event: event))
        nextSequence += 1
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard Self.before(heap[child], heap[parent]) else { return }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    /// The heap is not empty.
    fileprivate mutating func pop() -> Event {
        let first = heap[0].event
        let last = heap.removeLast()
        guard !heap.isEmpty else { return first }
        heap[0] = last
        var parent = 0
        while true {
            var child = 2 * parent + 1
            guard child < heap.count else { return first }
            if child + 1 < heap.count, Self.before(heap[child + 1], heap[child]) { child += 1 }
            guard Self.before(heap[child], heap[parent]) else { return first }
            heap.swapAt(child, parent)
            parent = child
        }
    }
}
