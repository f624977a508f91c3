/// Counts durations in buckets that grow with the value: any percentile to within 1.6 %, in constant memory.
public struct LatencyHistogram: Sendable {
    /// Buckets for each doubling of the value.
    private static let stepBits = 6
    private static let steps = 1 << stepBits

    private var buckets = [UInt64](repeating: 0, count: (64 - stepBits + 1) * steps)
    public private(set) var count: UInt64 = 0
    /// The longest, exactly; 0 if there is none.
    public private(set) var maxNanoseconds: UInt64 = 0

    public init() {}

    /// Adds a duration. Negative ones, which a clock that was set back can make, count as 0.
    public mutating func record(nanoseconds: Int64) {
        let value = UInt64(max(0, nanoseconds))
        buckets[Self.bucket(of: value)] += 1
        count += 1
        maxNanoseconds = max(maxNanoseconds, value)
    }

    /// Adds all of another's.
    public mutating func merge(_ other: LatencyHistogram) {
        for index in buckets.indices { buckets[index] += other.buckets[index] }
        count += other.count
        maxNanoseconds = max(maxNanoseconds, other.maxNanoseconds)
    }

    /// The value that the given share (0...1) of all do not exceed, up to the width of a bucket above it; 0 if there is none.
    public func percentile(_ share: Double) -> UInt64 {
        guard count > 0 else { return 0 }
        let wanted = max(1, UInt64((share * Double(count)).rounded(.up)))
        var seen: UInt64 = 0
        for (index, number) in buckets.enumerated() {
            seen += number
            if seen >= wanted { return min(Self.top(of: index), maxNanoseconds) }
        }
        return maxNanoseconds
    }

    private static func bucket(of value: UInt64) -> Int {
        guard value >= UInt64(steps) else { return Int(value) }
        let shift = 63 - stepBits - value.leadingZeroBitCount
        // The leading bit of the shifted value is always set: it stands for the bucket's row.
        return (shift + 1) * steps + Int(value >> UInt64(shift)) - steps
    }

    /// The largest value in a bucket.
    private static func top(of bucket: Int) -> UInt64 {
        guard bucket >= steps else { return UInt64(bucket) }
        let shift = UInt64(bucket / steps - 1)
        let value = UInt64(bucket % steps + steps)
        return value << shift | (1 << shift - 1)
    }
}
