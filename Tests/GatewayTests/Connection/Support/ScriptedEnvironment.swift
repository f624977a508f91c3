import Environment
import Synchronization

/// An environment for one door: time stands still until told, wakes are counted, nothing else works.
final class ScriptedEnvironment: NodeEnvironment {
    let scriptedCores = ScriptedCores()
    private let logged = Mutex<[String]>([])

    /// What the clock shows until it is told otherwise.
    let time = Mutex<Instant>(.origin)
    var clock: any Environment.Clock { ScriptedClock(environment: self) }
    var disk: any Disk { NoDisk() }
    var cores: any CoreHost { scriptedCores }
    var journalLane: any Lane { ImmediateLane() }
    var backgroundLane: any Lane { ImmediateLane() }
    /// What was logged, oldest first.
    var lines: [String] { logged.withLock { $0 } }

    func random(for part: String) -> SeededRandom { SeededRandom(seed: 1) }
    func crash(_ reason: String) { violated(reason) }
    func log(_ level: LogLevel, _ message: @autoclosure () -> String) {
        let line = message()
        logged.withLock { $0.append(line) }
    }

    /// Two cores that only count their wakes.
    final class ScriptedCores: CoreHost {
        private let counts = Mutex<[Int]>([0, 0])
        var coreCount: Int { 2 }
        /// Wakes so far, of all cores.
        var wakes: Int { counts.withLock { $0[0] + $0[1] } }
        func wakes(of core: Int) -> Int { counts.withLock { $0[core] } }
        func wake(core: Int) { counts.withLock { $0[core] += 1 } }
    }

    private struct ScriptedClock: Environment.Clock {
        let environment: ScriptedEnvironment
        var now: Instant { environment.time.withLock { $0 } }
        var wallTime: WallTime { WallTime(milliseconds: 0) }
    }

    private struct ImmediateLane: Lane {
        func run(_ job: @escaping @Sendable () -> Void) { job() }
    }

    private struct NoDisk: Disk {
        private func none(_ path: String) -> DiskError { DiskError(.notFound, operation: "use", path: path) }
        func createDirectory(_ path: String) throws(DiskError) { throw none(path) }
        func list(_ directory: String) throws(DiskError) -> [String] { throw none(directory) }
        func exists(_ path: String) throws(DiskError) -> Bool { throw none(path) }
        func open(_ path: String, _ mode: OpenMode) throws(DiskError) -> any DiskFile { throw none(path) }
        func remove(_ path: String) throws(DiskError) { throw none(path) }
        func rename(_ from: String, to: String) throws(DiskError) { throw none(from) }
        func syncDirectory(_ path: String) throws(DiskError) { throw none(path) }
        func freeBytes() throws(DiskError) -> Int64 { throw none("") }
    }
}
