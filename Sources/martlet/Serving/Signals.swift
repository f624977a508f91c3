import Dispatch
import Foundation

/// Signals as something to wait for.
enum Signals {
    /// Returns at the first SIGTERM or SIGINT. A second one ends the process at once.
    static func termination() async {
        await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
            let sources = [SIGTERM, SIGINT].map { number in
                signal(number, SIG_IGN)
                return DispatchSource.makeSignalSource(signal: number, queue: .global())
            }
            let waiter = Waiter(done, sources)
            for source in sources {
                source.setEventHandler { waiter.arrived() }
                source.resume()
            }
        }
    }

    /// Touched only on the sources' queue handlers; `arrived` counts under a lock.
    private final class Waiter: @unchecked Sendable {
        private let lock = NSLock()
        private var done: CheckedContinuation<Void, Never>?
        private let sources: [any DispatchSourceSignal]

        init(_ done: CheckedContinuation<Void, Never>, _ sources: [any DispatchSourceSignal]) {
            self.done = done
            self.sources = sources
        }

        func arrived() {
            lock.lock()
            let first = done
            done = nil
            lock.unlock()
            guard let first else { exit(130) }
            first.resume()
        }
    }
}
