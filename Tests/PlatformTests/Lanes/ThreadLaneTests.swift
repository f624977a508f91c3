import Platform
import Synchronization
import Testing

@Suite struct ThreadLaneTests {
    private final class Record: Sendable {
        let numbers = Mutex<[[Int]]>(Array(repeating: [], count: 4))
    }

    private func drained(_ lane: ThreadLane) async {
        await withCheckedContinuation { continuation in lane.run { continuation.resume() } }
    }

    @Test func jobsRunOneAtATimeInTheOrderGiven() async {
        let lane = ThreadLane(name: "test lane with a long name")
        let seen = Mutex<[Int]>([])
        let running = Atomic<Int>(0)
        for number in 0..<10_000 {
            lane.run {
                running.wrappingAdd(1, ordering: .relaxed)
                if running.load(ordering: .relaxed) == 1 { seen.withLock { $0.append(number) } }
                running.wrappingSubtract(1, ordering: .relaxed)
            }
        }
        await drained(lane)
        #expect(seen.withLock { $0 } == Array(0..<10_000))
    }

    @Test func jobsFromManyThreadsAllRunAndKeepEachThreadsOrder() async {
        let lane = ThreadLane(name: "test")
        let seen = Record()
        await withTaskGroup(of: Void.self) { group in
            for thread in 0..<4 {
                group.addTask {
                    for number in 0..<2000 { lane.run { seen.numbers.withLock { $0[thread].append(number) } } }
                }
            }
        }
        await drained(lane)
        #expect(seen.numbers.withLock { $0 } == Array(repeating: Array(0..<2000), count: 4))
    }

    @Test func jobsGivenBeforeALaneIsDroppedStillRun() async {
        let done = Atomic<Int>(0)
        await withCheckedContinuation { continuation in
            let lane = ThreadLane(name: "test")
            for _ in 0..<100 { lane.run { done.wrappingAdd(1, ordering: .relaxed) } }
            lane.run { continuation.resume() }
        }
        #expect(done.load(ordering: .relaxed) == 100)
    }
}
