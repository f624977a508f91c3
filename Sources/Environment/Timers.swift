/// Deadlines of one core: a binary heap with cheap cancelling. Confined to its core.
public struct Timers {
    public typealias ID = UInt64

    private struct Entry {
        var deadline: Instant
        var id: ID
    }

    /// A heap by (deadline, id): equal deadlines fire in the order in which they were set.
    private var heap: [Entry] = []
    private var actions: [ID: () -> Void] = [:]
    private var nextID: ID = 1

    public init() {}

    /// How many are set.
    public var count: Int { actions.count }

    /// The next deadline; nil if none is set. May be that of a cancelled timer.
    public var next: Instant? { heap.first?.deadline }

    public mutating func set(at deadline: Instant, _ action: @escaping () -> Void) -> ID {
        let id = nextID
        nextID += 1
        actions[id] = action
        heap.append(Entry(deadline: deadline, id: id))
        siftUp(heap.count - 1)
        return id
    }

    /// False once it has fired or was cancelled.
    public func isSet(_ id: ID) -> Bool { actions[id] != nil }

    /// No effect if it has fired.
    public mutating func cancel(_ id: ID) {
        guard actions.removeValue(forKey: id) != nil else { return }
        // Long polls set and cancel many: drop the dead before they outnumber the living.
        if heap.count > 64, heap.count > 2 * actions.count { rebuild() }
    }

    /// Takes out what is due. The caller runs the actions (which may set timers).
    public mutating func due(at now: Instant) -> [() -> Void] {
        var due: [() -> Void] = []
        while let first = heap.first, first.deadline <= now {
            removeFirst()
            if let action = actions.removeValue(forKey: first.id) { due.append(action) }
        }
        return due
    }

    private func before(_ a: Entry, _ b: Entry) -> Bool { (a.deadline, a.id) < (b.deadline, b.id) }

    private mutating func rebuild() {
        heap.removeAll { actions[$0.id] == nil }
        heap.sort(by: before)
    }

    private mutating func removeFirst() {
        let last = heap.removeLast()
        guard !heap.isEmpty else { return }
        heap[0] = last
        var parent = 0
        while true {
            var child = 2 * parent + 1
            guard child < heap.count else { return }
            if child + 1 < heap.count, before(heap[child + 1], heap[child]) { child += 1 }
            guard before(heap[child], heap[parent]) else { return }
            heap.swapAt(parent, child)
            parent = child
        }
    }

    private mutating func siftUp(_ start: Int) {
        var child = start
        while child > 0 {
            let parent = (child - 1) / 2
            guard before(heap[child], heap[parent]) else { return }
            heap.swapAt(child, parent)
            child = parent
        }
    }
}
