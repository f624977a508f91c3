import Environment
import Synchronization

/// What one life of a simulated node has of the world.
final class SimulatedEnvironment: NodeEnvironment {
    private struct State {
        var random: SeededRandom
        var crashReason: String?
        var isExplained = false
    }

    let key: NodeKey
    let simulatedClock: SimulatedClock
    let simulatedDisk: SimulatedDisk
    let simulatedCores: SimulatedCores
    let journalLane: any Lane
    let backgroundLane: any Lane
    private let trace: Trace
    private let queue: EventQueue
    private let state: Mutex<State>

    init(
        _ key: NodeKey, profile: Profile, queue: EventQueue, clock: SimulatedClock, disk: SimulatedDisk, trace: Trace,
        random: SeededRandom
    ) {
        var random = random
        self.key = key
        self.queue = queue
        self.trace = trace
        simulatedClock = clock
        simulatedDisk = disk
        simulatedCores = SimulatedCores(
            count: profile.cores, key: key, queue: queue, delayMax: profile.wakeMax, random: random.fork())
        journalLane = SimulatedLane(.journal, key: key, queue: queue, durationMax: profile.syncMax, random: random.fork())
        backgroundLane = SimulatedLane(.background, key: key, queue: queue, durationMax: profile.backgroundMax, random: random.fork())
        state = Mutex(State(random: random))
    }

    var clock: any Clock { simulatedClock }
    var disk: any Disk { simulatedDisk }
    var cores: any CoreHost { simulatedCores }

    /// Why this life ended itself; nil while it goes on.
    var crashReason: String? { state.withLock { $0.crashReason } }

    /// The disk gave it a reason.
    var isCrashExplained: Bool { state.withLock { $0.isExplained } }

    func random(for part: String) -> SeededRandom {
        state.withLock { state in
            var hash = FNV()
            hash.add(part)
            return SeededRandom(seed: state.random.next() ^ hash.value)
        }
    }

    /// The process ends at once: nothing it does afterwards reaches the disk or the network.
    func crash(_ reason: String) {
        let faults = simulatedDisk.faults
        let isExplained = simulatedDisk.isDead || faults.syncFailureChance > 0 || faults.writeFailureChance > 0
        let isFirst = state.withLock { state in
            guard state.crashReason == nil else { return false }
            state.crashReason = reason
            state.isExplained = isExplained
            return true
        }
        guard isFirst else { return }
        trace.note("\(queue.now) node \(key.node): crashes itself: \(reason)")
        simulatedDisk.stop(afterChanges: 0)
    }

    func log(_ level: LogLevel, _ message: @autoclosure () -> String) {
        guard level >= .info else { return }
        trace.note("\(queue.now) node \(key.node): \(level): \(message())")
    }
}
