import Environment
import Testing

@Suite struct InstantTests {
    @Test func additionSaturatesInsteadOfTrapping() {
        #expect(Instant(nanoseconds: .max - 1) + .seconds(5) == .distantFuture)
        #expect(Instant.origin + .seconds(Int64.max) == .distantFuture)
        #expect(Instant.origin + .milliseconds(3) == Instant(nanoseconds: 3_000_000))
    }

    @Test func forkedGeneratorsDoNotShareDraws() {
        var a = SeededRandom(seed: 7)
        var b = SeededRandom(seed: 7)
        var fork = a.fork()
        _ = b.fork()
        _ = fork.next()
        #expect(a.next() == b.next())
    }
}
