import Environment
import Testing

@Suite struct TimersTests {
    @Test func timersFireInOrderOfDeadlineThenOfSetting() {
        var random = SeededRandom(seed: 1)
        for _ in 0..<50 {
            var timers = Timers()
            var expected: [(Int64, Int)] = []
            nonisolated(unsafe) var fired: [Int] = []
            for i in 0..<200 {
                let deadline = Int64.random(in: 0..<50, using: &random)
                let id = timers.set(at: Instant(nanoseconds: deadline)) { fired.append(i) }
                if random.chance(0.6) { timers.cancel(id) } else { expected.append((deadline, i)) }
            }
            for now in 0..<50 { for action in timers.due(at: Instant(nanoseconds: Int64(now))) { action() } }
            #expect(fired == expected.sorted { $0 < $1 }.map(\.1))
            #expect(timers.count == 0 && timers.next == nil)
        }
    }

    @Test func cancelledTimersDoNotPileUp() {
        var timers = Timers()
        for i in 0..<100_000 { timers.cancel(timers.set(at: Instant(nanoseconds: Int64(i))) {}) }
        #expect(timers.count == 0)
        #expect(timers.due(at: .distantFuture).isEmpty)
    }
}
