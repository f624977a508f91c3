import Environment
import NIOCore
import Platform
import Synchronization
import Testing

@Suite struct EventLoopCoresTests {
    /// Counts its turns; wants the next when told to.
    private final class Counter: CoreBody, Sendable {
        let turns = Atomic<Int>(0)
        let seen = Atomic<Int>(0)
        let posted = Atomic<Int>(0)
        let deadlines = Mutex<[Duration]>([])
        let times = Mutex<[Instant]>([])

        func turn(at now: Instant) -> Instant? {
            turns.wrappingAdd(1, ordering: .sequentiallyConsistent)
            seen.store(posted.load(ordering: .sequentiallyConsistent), ordering: .sequentiallyConsistent)
            times.withLock { $0.append(now) }
            return deadlines.withLock { $0.isEmpty ? nil : now + $0.removeFirst() }
        }
    }

    private func eventually(_ holds: () -> Bool) async throws -> Bool {
        for _ in 0..<500 {
            if holds() { return true }
            try await Task.sleep(for: .milliseconds(10))
        }
        return holds()
    }

    @Test func manyWakesBeforeATurnAreOneTurn() async throws {
        let cores = EventLoopCores(count: 1)
        let counter = Counter()
        try await cores.start { _ in counter }
        #expect(try await eventually { counter.turns.load(ordering: .relaxed) == 1 }, "the first turn comes by itself")
        // Woken while the loop is busy, so that no turn can come between.
        try await cores.loop(of: 0).submit { for _ in 0..<1000 { cores.wake(core: 0) } }.get()
        #expect(try await eventually { counter.turns.load(ordering: .relaxed) == 2 })
        try await cores.loop(of: 0).submit {}.get()
        #expect(counter.turns.load(ordering: .relaxed) == 2)
        try await cores.shutdown()
    }

    @Test func noWakeIsLostWhateverTheThreads() async throws {
        let cores = EventLoopCores(count: 2)
        let counters = [Counter(), Counter()]
        try await cores.start { counters[$0] }
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    for round in 0..<5000 {
                        counters[round % 2].posted.wrappingAdd(1, ordering: .sequentiallyConsistent)
                        cores.wake(core: round % 2)
                    }
                }
            }
        }
        for counter in counters {
            #expect(try await eventually { counter.seen.load(ordering: .sequentiallyConsistent) == 10_000 })
            #expect(counter.turns.load(ordering: .relaxed) <= 10_001)
        }
        try await cores.shutdown()
    }

    @Test func aTurnComesAtItsDeadlineWithoutAWake() async throws {
        let cores = EventLoopCores(count: 1)
        let counter = Counter()
        counter.deadlines.withLock { $0 = [.milliseconds(30), .milliseconds(20)] }
        try await cores.start { _ in counter }
        #expect(try await eventually { counter.turns.load(ordering: .relaxed) == 3 })
        let times = counter.times.withLock { $0 }
        #expect(times[1] - times[0] >= .milliseconds(30))
        #expect(times[2] - times[1] >= .milliseconds(20))
        try await cores.shutdown()
    }

    @Test func anEarlierDeadlineReplacesALaterOne() async throws {
        let cores = EventLoopCores(count: 1)
        let counter = Counter()
        counter.deadlines.withLock { $0 = [.seconds(3600), .milliseconds(20)] }
        try await cores.start { _ in counter }
        #expect(try await eventually { counter.turns.load(ordering: .relaxed) == 1 })
        cores.wake(core: 0)
        #expect(try await eventually { counter.turns.load(ordering: .relaxed) == 3 })
        try await cores.shutdown()
    }

    @Test func aBodyRunsOnItsOwnLoopOnly() async throws {
        final class Body: CoreBody {
            let check: @Sendable () -> Bool
            let wrong: Atomic<Int>
            init(check: @escaping @Sendable () -> Bool) {
                self.check = check
                wrong = Atomic(0)
            }
            func turn(at now: Instant) -> Instant? {
                if !check() { wrong.wrappingAdd(1, ordering: .relaxed) }
                return nil
            }
        }
        let cores = EventLoopCores(count: 3)
        try await cores.start { core in Body { cores.loop(of: core).inEventLoop } }
        for core in 0..<3 {
            cores.wake(core: core)
            let wrong = try await cores.loop(of: core).submit { (cores.body(of: core) as? Body)?.wrong.load(ordering: .relaxed) }.get()
            #expect(wrong == 0)
            #expect(cores.core(of: cores.loop(of: core)) == core)
        }
        try await cores.shutdown()
    }
}
