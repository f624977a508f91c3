/// Consumers that wait for data in one partition, each called once.
struct WaitList {
    private struct Waiter {
        var registration: UInt64
        var offset: Int64
        var notify: @Sendable () -> Void
    }

    private var waiters: [Waiter] = []
    private var next: UInt64 = 1

    var isEmpty: Bool { waiters.isEmpty }

    mutating func add(offset: Int64, notify: @escaping @Sendable () -> Void) -> UInt64 {
        defer { next += 1 }
        waiters.append(Waiter(registration: next, offset: offset, notify: notify))
        return next
    }

    mutating func remove(_ registration: UInt64) {
        if let index = waiters.firstIndex(where: { $0.registration == registration }) {
            waiters.swapAt(index, waiters.count - 1); waiters.removeLast()
        }
    }

    /// Calls those who wait for data below `end`.
    mutating func wake(below end: Int64) {
        guard !waiters.isEmpty else { return }
        waiters.removeAll { waiter in
            guard waiter.offset < end else { return false }
            waiter.notify()
            return true
        }
    }

    /// Calls everybody: leadership moved, the partition is gone, the log start passed them.
    mutating func wakeAll() {
        let all = waiters
        waiters = []
        for waiter in all { waiter.notify() }
    }
}
