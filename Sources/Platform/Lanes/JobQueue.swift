import Glibc
import Synchronization

/// Jobs from any thread for one thread, which sleeps when there are none.
final class JobQueue: Sendable {
    private struct State {
        var jobs: [@Sendable () -> Void] = []
        var isClosed = false
    }

    private let state = Mutex(State())
    private let bell = Semaphore()

    func add(_ job: @escaping @Sendable () -> Void) {
        let wasEmpty = state.withLock { state in
            state.jobs.append(job)
            return state.jobs.count == 1
        }
        // The thread takes all jobs at once: one ring covers those that come until it does.
        if wasEmpty { bell.signal() }
    }

    /// After the jobs given, the thread is told to end.
    func close() {
        state.withLock { $0.isClosed = true }
        bell.signal()
    }

    /// Waits for jobs and takes all there are; nil when the queue is closed and empty.
    func waitForJobs() -> [@Sendable () -> Void]? {
        while true {
            let (jobs, isClosed) = state.withLock { state in
                var jobs: [@Sendable () -> Void] = []
                swap(&jobs, &state.jobs)
                return (jobs, state.isClosed)
            }
            if !jobs.isEmpty { return jobs }
            if isClosed { return nil }
            bell.wait()
        }
    }
}
