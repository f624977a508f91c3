import Testing

@testable import Bench

struct HistogramTests {
    @Test func aPercentileIsWithinTwoPercentOfTheExactOne() {
        var state: UInt64 = 7
        var values: [Int64] = []
        var histogram = LatencyHistogram()
        for _ in 0..<20_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            // From nanoseconds to minutes, as many in each decade.
            let value = Int64(state >> 33) >> Int64(state % 31)
            values.append(value)
            histogram.record(nanoseconds: value)
        }
        values.sort()
        for share in [0.01, 0.5, 0.9, 0.99, 0.999, 1] {
            let exact = UInt64(values[max(0, Int((share * 20_000).rounded(.up)) - 1)])
            let found = histogram.percentile(share)
            #expect(found >= exact)
            #expect(Double(found) <= Double(exact) * 1.02 + 1, "share \(share): \(found), exactly \(exact)")
        }
        #expect(histogram.percentile(1) == histogram.maxNanoseconds)
    }

    @Test(arguments: [0, 1, 63, 64, 65, 127, 128, 1 << 40, Int64.max - 1, Int64.max])
    func anyDurationCanBeRecorded(value: Int64) {
        var histogram = LatencyHistogram()
        histogram.record(nanoseconds: value)
        #expect(histogram.percentile(0.5) == UInt64(value))
    }

    @Test func aNegativeDurationCountsAsNone() {
        var histogram = LatencyHistogram()
        histogram.record(nanoseconds: -5)
        #expect(histogram.count == 1 && histogram.maxNanoseconds == 0)
    }

    @Test func mergingIsRecordingAllInOne() {
        var (a, b, all) = (LatencyHistogram(), LatencyHistogram(), LatencyHistogram())
        for value in 0..<1000 as Range<Int64> {
            if value % 3 == 0 { a.record(nanoseconds: value * 977) } else { b.record(nanoseconds: value * 977) }
            all.record(nanoseconds: value * 977)
        }
        a.merge(b)
        #expect(a.count == all.count)
        for share in [0.1, 0.5, 0.99] { #expect(a.percentile(share) == all.percentile(share)) }
    }
}
