import Environment

/// What a replica needs that only replays: a disk, and clocks that stand still.
final class ShadowEnvironment: NodeEnvironment, Clock, CoreHost, Lane {
    let simulatedDisk = SimulatedDisk(seed: 0)

    var clock: any Clock { self }
    var disk: any Disk { simulatedDisk }
    var cores: any CoreHost { self }
    var journalLane: any Lane { self }
    var backgroundLane: any Lane { self }
    var now: Instant { .origin }
    var wallTime: WallTime { WallTime(milliseconds: 0) }
    var coreCount: Int { 1 }

    func wake(core: Int) {}
    func run(_ job: @escaping @Sendable () -> Void) { job() }
    func random(for part: String) -> SeededRandom { SeededRandom(seed: 0) }
    func crash(_ reason: String) { violated("a shadow replays what others have applied: \(reason)") }
    func log(_ level: LogLevel, _ message: @autoclosure () -> String) {}
}
