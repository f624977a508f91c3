/// A point on a node's monotonic clock, in nanoseconds since an arbitrary origin.
///
/// Comparable only with instants of the same node and run. The simulator lets it drift and jump ahead; it never goes back.
public struct Instant: Hashable, Comparable, Sendable {
    public var nanoseconds: Int64

    public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    public static let origin = Instant(nanoseconds: 0)
    public static let distantFuture = Instant(nanoseconds: .max)

    public static func < (a: Instant, b: Instant) -> Bool { a.nanoseconds < b.nanoseconds }

    /// Saturates at the ends instead of trapping: a client chooses some of the durations added here.
    public static func + (a: Instant, b: Duration) -> Instant {
        let (sum, overflow) = a.nanoseconds.addingReportingOverflow(b.nanosecondsSaturating)
        guard overflow else { return Instant(nanoseconds: sum) }
        return Instant(nanoseconds: b < .zero ? .min : .max)
    }

    public static func - (a: Instant, b: Instant) -> Duration {
        let (difference, overflow) = a.nanoseconds.subtractingReportingOverflow(b.nanoseconds)
        return .nanoseconds(overflow ? (a < b ? Int64.min : Int64.max) : difference)
    }
}

/// Milliseconds since the Unix epoch (UTC), as Kafka's records and protocol carry them. May jump either way.
public struct WallTime: Hashable, Comparable, Sendable {
    public var milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    public static func < (a: WallTime, b: WallTime) -> Bool { a.milliseconds < b.milliseconds }
}

extension Duration {
    /// The duration in whole nanoseconds; beyond ±292 years it saturates.
    public var nanosecondsSaturating: Int64 {
        let (seconds, attoseconds) = components
        let (scaled, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        if overflow { return seconds < 0 ? .min : .max }
        let (sum, overflow2) = scaled.addingReportingOverflow(attoseconds / 1_000_000_000)
        if overflow2 { return seconds < 0 ? .min : .max }
        return sum
    }

    /// The duration in whole milliseconds, rounded toward zero.
    public var milliseconds: Int64 { nanosecondsSaturating / 1_000_000 }
}
