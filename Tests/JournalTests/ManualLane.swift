import Environment
import Synchronization

/// A lane whose jobs wait until the test runs them.
final class ManualLane: Lane {
    private let jobs = Mutex<[@Sendable () -> Void]>([])

    func run(_ job: @escaping @Sendable () -> Void) { jobs.withLock { $0.append(job) } }

    /// Runs the oldest job.
    /// - Returns: false if there was none.
    @discardableResult func step() -> Bool {
        guard let job = jobs.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else { return false }
        job()
        return true
    }

    func drain() { while step() {} }
}
