public import Environment
import Glibc
public import Logging
import Synchronization

/// A node's world made of the machine: its clocks, its disk, event loops as cores, threads as lanes.
public final class MachineEnvironment: NodeEnvironment {
    public let clock: any Environment.Clock
    public let disk: any Disk
    public let cores: any CoreHost
    public let journalLane: any Lane
    public let backgroundLane: any Lane
    private let logger: Logger
    private let seed: UInt64
    private let generators = Atomic<UInt64>(0)
    private let stop: @Sendable (String) -> Void

    /// - Parameters:
    ///   - seed: of all random choices; the system's randomness if nil.
    ///   - stop: ends the process after a crash was logged; a test may do something else.
    public init(
        disk: any Disk, cores: any CoreHost, logger: Logger, clock: any Environment.Clock = MachineClock(), seed: UInt64? = nil,
        stop: @escaping @Sendable (String) -> Void = MachineEnvironment.exit
    ) {
        self.disk = disk
        self.cores = cores
        self.logger = logger
        self.clock = clock
        self.seed = seed ?? UInt64.random(in: .min ... .max)
        self.stop = stop
        journalLane = ThreadLane(name: "journal")
        backgroundLane = ThreadLane(name: "background")
    }

    public func random(for part: String) -> SeededRandom {
        let call = generators.wrappingAdd(1, ordering: .relaxed).newValue
        // FNV-1a of the name, so that each part has a stream of its own from the same seed.
        let name = part.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        var mixer = SeededRandom(seed: seed ^ name &+ call &* 0x9E37_79B9_7F4A_7C15)
        return mixer.fork()
    }

    public func crash(_ reason: String) {
        logger.critical("the node stops: \(reason)")
        stop(reason)
    }

    public func log(_ level: LogLevel, _ message: @autoclosure () -> String) {
        logger.log(level: Logger.Level(level), "\(message())")
    }

    /// Ends the process at once, with status 70 (`EX_SOFTWARE`) and no clean-up: what is in memory may be wrong and must not reach the disk.
    public static let exit: @Sendable (String) -> Void = { reason in
        let line = Array("martlet: \(reason)\n".utf8)
        _ = write(STDERR_FILENO, line, line.count)
        _exit(70)
    }
}

extension Logger.Level {
    init(_ level: LogLevel) {
        self =
            switch level {
            case .debug: .debug
            case .info: .info
            case .warning: .warning
            case .error: .error
            }
    }
}
