/// The percentiles of a histogram, in milliseconds.
public struct LatencySummary: Sendable, Codable, Hashable {
    public var count: UInt64
    public var p50: Double
    public var p90: Double
    public var p99: Double
    public var p999: Double
    public var max: Double

    public init(_ histogram: LatencyHistogram) {
        func milliseconds(_ nanoseconds: UInt64) -> Double { rounded(Double(nanoseconds) / 1e6, 4) }
        count = histogram.count
        p50 = milliseconds(histogram.percentile(0.5))
        p90 = milliseconds(histogram.percentile(0.9))
        p99 = milliseconds(histogram.percentile(0.99))
        p999 = milliseconds(histogram.percentile(0.999))
        max = milliseconds(histogram.maxNanoseconds)
    }
}

/// A figure with as many digits as it deserves.
func rounded(_ value: Double, _ digits: Int) -> Double {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    return (value * scale).rounded() / scale
}
