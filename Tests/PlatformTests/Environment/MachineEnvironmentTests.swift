import Environment
import Logging
import Platform
import Synchronization
import Testing

@Suite struct MachineEnvironmentTests {
    private struct NoCores: CoreHost {
        var coreCount: Int { 0 }
        func wake(core: Int) {}
    }

    private func make(seed: UInt64, stop: @escaping @Sendable (String) -> Void = { _ in }) -> MachineEnvironment {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return MachineEnvironment(disk: NoDisk(), cores: NoCores(), logger: logger, seed: seed, stop: stop)
    }

    @Test func everyPartAndEveryCallHasAStreamOfItsOwn() {
        let environment = make(seed: 1)
        var streams: Set<UInt64> = []
        for part in ["raft", "journal", "raft", "raft", ""] {
            var random = environment.random(for: part)
            streams.insert(random.next())
        }
        #expect(streams.count == 5)
    }

    @Test func theSameSeedGivesTheSameStreams() {
        var first = make(seed: 7).random(for: "raft")
        var second = make(seed: 7).random(for: "raft")
        var other = make(seed: 8).random(for: "raft")
        let values = (0..<10).map { _ in first.next() }
        #expect(values == (0..<10).map { _ in second.next() })
        #expect(values != (0..<10).map { _ in other.next() })
    }

    @Test func aCrashStopsTheNodeWithItsReason() {
        let reasons = Mutex<[String]>([])
        make(seed: 1) { reason in reasons.withLock { $0.append(reason) } }.crash("the journal is broken")
        #expect(reasons.withLock { $0 } == ["the journal is broken"])
    }

    @Test func timeNeverGoesBack() {
        let clock = MachineClock()
        var last = clock.now
        for _ in 0..<10_000 {
            let now = clock.now
            #expect(now >= last)
            last = now
        }
        #expect(clock.wallTime.milliseconds > 1_600_000_000_000)
    }
}
