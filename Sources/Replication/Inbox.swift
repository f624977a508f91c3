public import Environment
import Synchronization

/// Work for the owner of a core, from any thread: a guarded queue and one wake-up per turn, however many jobs arrive before it.
///
/// Jobs run in the order in which they were posted. A job may run only short, synchronous work.
public final class Inbox<Owner: AnyObject>: Sendable {
    public typealias Job = @Sendable (Owner) -> Void

    private struct State {
        var jobs: [Job] = []
        var closed = false
    }

    private let state = Mutex(State())
    private let host: any CoreHost
    private let core: Int

    public init(host: any CoreHost, core: Int) {
        self.host = host
        self.core = core
    }

    /// Any thread. After ``close()`` jobs are dropped.
    public func post(_ job: @escaping Job) {
        let wake = state.withLock { state in
            guard !state.closed else { return false }
            state.jobs.append(job)
            return state.jobs.count == 1
        }
        if wake { host.wake(core: core) }
    }

    /// Runs what waits. On the owner's core only. Jobs posted meanwhile wait for the next turn (the host was woken for them).
    public func drain(for owner: Owner) {
        let jobs = state.withLock { state in
            let jobs = state.jobs
            state.jobs = []
            return jobs
        }
        for job in jobs { job(owner) }
    }

    public func close() {
        state.withLock { state in
            state.closed = true
            state.jobs = []
        }
    }
}
