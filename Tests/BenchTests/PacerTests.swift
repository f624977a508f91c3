import Testing

@testable import Bench

struct PacerTests {
    /// Runs a pacer on a clock that only moves when it must wait.
    private func run(_ pacer: inout Pacer, from start: Int64) -> [(records: Int, due: Int64, sent: Int64)] {
        var now = start
        var sends: [(Int, Int64, Int64)] = []
        while true {
            switch pacer.next(at: now) {
            case .done: return sends
            case .wait(let until):
                #expect(until > now)
                now = until
            case .send(let records, let due): sends.append((records, due, now))
            }
        }
    }

    @Test func withoutARateEveryBatchIsFullButTheLast() {
        var pacer = Pacer(start: 0, total: 2500, batchRecords: 1000, rate: nil, linger: 0)
        #expect(run(&pacer, from: 0).map(\.records) == [1000, 1000, 500])
    }

    @Test func aRateIsKeptAndNoRecordWaitsLongerThanTheLinger() {
        let linger: Int64 = 5_000_000
        var pacer = Pacer(start: 1000, total: 50_000, batchRecords: 1_000_000, rate: 100_000, linger: linger)
        let sends = run(&pacer, from: 1000)
        #expect(sends.reduce(0) { $0 + $1.records } == 50_000)
        for send in sends { #expect(send.sent - send.due <= linger + 1) }
        let seconds = Double(sends[sends.count - 1].sent - 1000) / 1e9
        #expect(abs(seconds - 0.5) < 0.01)
    }

    @Test func aFullBatchDoesNotWait() {
        var pacer = Pacer(start: 0, total: 1000, batchRecords: 10, rate: 1000, linger: 60_000_000_000)
        let sends = run(&pacer, from: 0)
        #expect(sends.allSatisfy { $0.records == 10 })
        // The tenth record is due 9 ms after the first.
        #expect(sends[0].sent >= 9_000_000 && sends[0].sent < 9_100_000)
    }

    @Test func whatIsLateIsSentAtOnceAndCountsFromWhenItWasDue() {
        var pacer = Pacer(start: 0, total: 100, batchRecords: 10, rate: 1000, linger: 1_000_000)
        guard case .send(let records, let due) = pacer.next(at: 50_000_000) else { return #expect(Bool(false)) }
        #expect(records == 10 && due == 0)
        guard case .send(10, let next) = pacer.next(at: 50_000_000) else { return #expect(Bool(false)) }
        #expect(next == 10_000_000)
    }
}
