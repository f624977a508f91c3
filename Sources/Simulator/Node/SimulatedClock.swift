import Environment
import Synchronization

/// A node's clocks: they run a little fast or slow, and jump when the world says so. Survives restarts of the node.
final class SimulatedClock: Clock {
    private struct Skew {
        /// How much too fast, in millionths.
        var drift: Int64
        var monotonicJump: Int64 = 0
        var wallJump: Int64 = 0
    }

    private let queue: EventQueue
    private let skew: Mutex<Skew>

    /// The world begins at this wall time: some day in 2023.
    static let epoch: Int64 = 1_700_000_000_000

    init(queue: EventQueue, drift: Int) {
        self.queue = queue
        skew = Mutex(Skew(drift: Int64(drift)))
    }

    var now: Instant {
        let time = queue.now
        return skew.withLock { Instant(nanoseconds: Self.local(time, $0)) }
    }

    var wallTime: WallTime {
        let time = queue.now
        return skew.withLock { WallTime(milliseconds: Self.epoch + (Self.local(time, $0) + $0.wallJump) / 1_000_000) }
    }

    /// The world time at which this clock shows `deadline`, or just after; nil if that is beyond every simulation.
    func worldTime(of deadline: Instant) -> Int64? {
        skew.withLock { skew in
            let local = deadline.nanoseconds &- skew.monotonicJump
            guard deadline.nanoseconds < 1 << 55, local > 0 else { return deadline.nanoseconds < 1 << 55 ? 0 : nil }
            let (whole, rest) = local.quotientAndRemainder(dividingBy: 1_000_000 + skew.drift)
            return whole * 1_000_000 + rest * 1_000_000 / (1_000_000 + skew.drift) + 1
        }
    }

    /// The monotonic clock jumps ahead (a machine that slept); both clocks show it.
    func jump(by nanoseconds: Int64) { skew.withLock { $0.monotonicJump += nanoseconds } }

    /// The time of day is set, either way.
    func setWall(by nanoseconds: Int64) { skew.withLock { $0.wallJump += nanoseconds } }

    private static func local(_ time: Int64, _ skew: Skew) -> Int64 {
        time + time / 1_000_000 * skew.drift + time % 1_000_000 * skew.drift / 1_000_000 + skew.monotonicJump
    }
}
