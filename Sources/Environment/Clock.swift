/// A node's two clocks.
public protocol Clock: Sendable {
    /// Monotonic time: deadlines and durations.
    var now: Instant { get }
    /// Time of day: record timestamps, retention, expiry.
    var wallTime: WallTime { get }
}
