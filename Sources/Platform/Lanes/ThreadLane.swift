public import Environment
import Glibc

/// A lane that is a thread of its own: jobs run on it one at a time, in the order given.
public final class ThreadLane: Lane {
    private let queue = JobQueue()

    /// Starts the thread.
    /// - Parameter name: seen in `top -H` and in stack traces; the system keeps 15 bytes of it.
    public init(name: String) {
        let work = Unmanaged.passRetained(Work(queue: queue, name: name))
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { work in
                // The pointer is the one given below.
                Unmanaged<Work>.fromOpaque(work!).takeRetainedValue().run()
                return nil
            }, work.toOpaque())
        invariant(status == 0, "the system has a thread for lane \(name) (errno \(status))")
        pthread_detach(thread)
    }

    /// The jobs given are still run; then the thread ends.
    deinit { queue.close() }

    public func run(_ job: @escaping @Sendable () -> Void) { queue.add(job) }

    private final class Work: Sendable {
        private let queue: JobQueue
        private let name: String

        init(queue: JobQueue, name: String) {
            self.queue = queue
            self.name = name
        }

        func run() {
            nameThread()
            while let jobs = queue.waitForJobs() {
                for job in jobs { job() }
            }
        }

        /// For the eyes only: that the name cannot be set is no error.
        private func nameThread() {
            guard let file = fopen("/proc/thread-self/comm", "w") else { return }
            fputs(String(decoding: name.utf8.prefix(15), as: UTF8.self), file)
            fclose(file)
        }
    }
}
