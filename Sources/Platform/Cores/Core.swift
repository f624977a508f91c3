import Environment
import NIOCore
import Synchronization

/// One core: its loop, its body, and its wakes.
final class Core: Sendable {
    let index: Int
    let loop: any EventLoop
    private let clock: any Environment.Clock
    /// Whether a turn is due; set by whoever wakes, cleared by the turn before it looks at anything.
    private let isWoken = Atomic<Bool>(false)
    private let isStopped = Atomic<Bool>(false)
    private let confined: NIOLoopBoundBox<Confined>

    private struct Confined {
        var body: (any CoreBody)?
        /// The timer that gives the next turn if nobody wakes the core before, and its time.
        var timer: Scheduled<Void>?
        var deadline = Instant.distantFuture
    }

    init(index: Int, loop: any EventLoop, clock: any Environment.Clock) {
        self.index = index
        self.loop = loop
        self.clock = clock
        confined = NIOLoopBoundBox.makeBoxSendingValue(Confined(), eventLoop: loop)
    }

    /// On the loop only.
    var body: (any CoreBody)? { confined.value.body }

    func bind(_ body: any CoreBody) {
        invariant(confined.value.body == nil, "a core gets its body once")
        confined.value.body = body
        wake()
    }

    /// No further turns. The body lives on with the core: sockets that close after this still call it.
    func stop() {
        isStopped.store(true, ordering: .releasing)
        confined.value.timer?.cancel()
        confined.value.timer = nil
    }

    func wake() {
        // Lanes may bring news after the loop has ended.
        guard !isStopped.load(ordering: .acquiring) else { return }
        guard !isWoken.exchange(true, ordering: .acquiringAndReleasing) else { return }
        loop.execute { self.turn() }
    }

    private func turn() {
        // Before the body looks: what comes from here on gets another turn.
        isWoken.store(false, ordering: .sequentiallyConsistent)
        guard !isStopped.load(ordering: .acquiring), let body = confined.value.body else { return }
        guard let next = body.turn(at: clock.now) else { return }
        arm(next)
    }

    /// A timer is set only for a time earlier than the one that stands: deadlines mostly move away (every heartbeat moves one), and a timer that
    /// comes too early costs one turn that finds nothing to do.
    private func arm(_ deadline: Instant) {
        guard deadline < confined.value.deadline, deadline != .distantFuture else { return }
        confined.value.timer?.cancel()
        confined.value.deadline = deadline
        let time = NIODeadline.uptimeNanoseconds(UInt64(max(0, deadline.nanoseconds)))
        confined.value.timer = loop.assumeIsolated().scheduleTask(deadline: time) {
            self.confined.value.timer = nil
            self.confined.value.deadline = .distantFuture
            self.turn()
        }
    }
}
