/// What runs on one core of a node, one turn at a time. Confined to its core: nothing else touches it.
public protocol CoreBody: AnyObject {
    /// Drains the inbox, decides, writes, answers.
    /// - Returns: when it wants a turn even if nobody wakes it; nil if never.
    func turn(at now: Instant) -> Instant?
}

/// Wakes cores. Any thread.
public protocol CoreHost: Sendable {
    /// How many cores there are; they are numbered from 0.
    var coreCount: Int { get }
    /// Gives core `core` a turn soon. Many calls before that turn are one turn.
    func wake(core: Int)
}

/// A queue of blocking work with a thread of its own: jobs run one at a time, in order. In the simulator a job takes simulated time, and a
/// crash can come before it.
public protocol Lane: Sendable {
    func run(_ job: @escaping @Sendable () -> Void)
}

/// Everything a node has of the world. Implemented by `Platform` (the machine) and by `Simulator` (a seed).
public protocol NodeEnvironment: Sendable {
    var clock: any Clock { get }
    var disk: any Disk { get }
    var cores: any CoreHost { get }
    /// Journal writes and syncs: nothing else may wait there.
    var journalLane: any Lane { get }
    /// Checkpoints, retention, deletion.
    var backgroundLane: any Lane { get }
    /// A generator for the part named; another for each call.
    func random(for part: String) -> SeededRandom
    /// The node cannot go on safely (a failed sync, a broken journal): tells why and stops it. In the simulator the node crashes.
    func crash(_ reason: String)
    func log(_ level: LogLevel, _ message: @autoclosure () -> String)
}

public enum LogLevel: Int, Sendable, Comparable {
    case debug, info, warning, error
    public static func < (a: LogLevel, b: LogLevel) -> Bool { a.rawValue < b.rawValue }
}
