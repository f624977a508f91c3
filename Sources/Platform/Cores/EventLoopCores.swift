public import Environment
public import NIOCore
import NIOPosix
import Synchronization

/// The cores of a node as event loops: core i is loop i, a thread of its own.
///
/// A core's body gets its turns on its loop, each after the sockets that were readable at that moment have been read: one turn serves all
/// of them. However many wakes come before a turn, from whatever threads, they cost one task of the loop.
public final class EventLoopCores: CoreHost {
    private let group: MultiThreadedEventLoopGroup
    private let cores: [Core]

    /// Starts the threads; the bodies come with ``start(_:)``.
    /// - Parameter count: at least 1.
    public init(count: Int, clock: any Environment.Clock = MachineClock()) {
        invariant(count > 0, "a node has a core")
        group = MultiThreadedEventLoopGroup(numberOfThreads: count)
        cores = group.makeIterator().enumerated().map { Core(index: $0, loop: $1, clock: clock) }
    }

    public var coreCount: Int { cores.count }

    /// Makes every core's body, each on its own loop, and gives it a first turn. Returns when all are made. Called once; not from a loop.
    public func start(_ makeBody: @escaping @Sendable (_ core: Int) throws -> any CoreBody) async throws {
        for core in cores {
            try await core.loop.submit { core.bind(try makeBody(core.index)) }.get()
        }
    }

    public func wake(core: Int) { cores[core].wake() }

    /// The body of a core; nil before ``start(_:)``. Only on that core's loop.
    public func body(of core: Int) -> (any CoreBody)? { cores[core].body }

    /// The loop of a core.
    public func loop(of core: Int) -> any EventLoop { cores[core].loop }

    /// The core whose loop this is, nil if it is none of them.
    public func core(of loop: any EventLoop) -> Int? { cores.firstIndex { $0.loop === loop } }

    /// All loops.
    public var loops: any EventLoopGroup { group }

    /// Ends all turns, then the threads. Sockets on the loops are closed.
    public func shutdown() async throws {
        for core in cores { try await core.loop.submit { core.stop() }.get() }
        try await group.shutdownGracefully()
    }
}
