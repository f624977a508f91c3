public import Environment
import Glibc

/// The machine's clocks. ``now`` counts from the same origin as NIO's deadlines.
public struct MachineClock: Environment.Clock {
    public init() {}

    public var now: Instant { Instant(nanoseconds: Self.read(CLOCK_MONOTONIC)) }

    public var wallTime: WallTime { WallTime(milliseconds: Self.read(CLOCK_REALTIME) / 1_000_000) }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        // Fails only for a clock that does not exist; these two always do.
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
