public import Environment
public import Gateway
import NIOCore
import NIOPosix

/// A socket that accepts client connections and spreads them over the cores, in turn.
public final class ClientListener: Sendable {
    /// Where to listen, and how.
    public struct Configuration: Sendable {
        public var name: ListenerName
        /// A host name or address; `0.0.0.0` or `::` for all of the machine's.
        public var host: String
        /// 0 lets the system choose; see ``ClientListener/port``.
        public var port: Int
        /// Connections that the system holds until they are accepted.
        public var backlog: Int32 = 1024

        public init(name: ListenerName, host: String, port: Int) {
            self.name = name
            self.host = host
            self.port = port
        }
    }

    /// The port in use.
    public let port: Int
    private let channel: any Channel

    private init(channel: any Channel) {
        self.channel = channel
        port = channel.localAddress?.port ?? 0
    }

    /// Opens the socket and accepts from now on.
    /// - Parameters:
    ///   - registry: says whether a connection may come in; one for all listeners of a node.
    ///   - door: the door of a core; called on that core's loop.
    /// - Throws: ``ListenError``.
    public static func start(
        _ configuration: Configuration, cores: EventLoopCores, environment: any NodeEnvironment, limits: ConnectionLimits,
        registry: ConnectionRegistry, door: @escaping @Sendable (_ core: Int) -> CoreDoor
    ) async throws -> ClientListener {
        let answerBytesMax = limits.answerBytesMax
        let bootstrap = ServerBootstrap(group: cores.loops)
            .serverChannelOption(.backlog, value: configuration.backlog)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelInitializer { channel in
                // Without it a process that has no descriptors left would spin on accept.
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(AcceptBackoffHandler()) }
            }
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.socketOption(.so_keepalive), value: 1)
            // NIO keeps as many read buffers with a socket as it may fill in one go, at their last size: 1 MiB at most for a busy socket, 512 bytes
            // for one that sends small requests.
            .childChannelOption(.maxMessagesPerRead, value: 4)
            .childChannelOption(
                .recvAllocator, value: AdaptiveRecvByteBufferAllocator(minimum: 512, initial: 1024, maximum: 256 << 10)
            )
            .childChannelOption(
                .writeBufferWaterMark,
                value: ChannelOptions.Types.WriteBufferWaterMark(low: max(1, answerBytesMax / 2), high: max(1, answerBytesMax))
            )
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let address = channel.remoteAddress?.ipAddress ?? "unknown"
                    let admission = registry.admit(address)
                    guard admission == .admitted else {
                        // The 1st, 2nd, 4th, 8th...: a client that keeps trying must not fill the log.
                        let refusals = registry.refusals
                        if refusals & (refusals - 1) == 0 {
                            environment.log(.warning, "client \(address) refused: \(admission) (\(refusals) refused so far)")
                        }
                        throw Refused()
                    }
                    channel.closeFuture.whenComplete { _ in registry.release(address) }
                    guard let core = cores.core(of: channel.eventLoop) else { violated("a connection lives on a core's loop") }
                    try channel.pipeline.syncOperations.addHandler(
                        ConnectionHandler(door: door(core), listener: configuration.name, clock: environment.clock, cores: cores))
                }
            }
        do {
            let channel = try await bootstrap.bind(host: configuration.host, port: configuration.port).get()
            return ClientListener(channel: channel)
        } catch {
            throw ListenError(host: configuration.host, port: configuration.port, cause: error)
        }
    }

    /// Accepts no more. Connections already open stay; ``Gateway/CoreDoor/drain(_:)`` ends them.
    public func close() async throws {
        do {
            try await channel.close()
        } catch ChannelError.alreadyClosed {}
    }

    /// The initializer's way to have NIO close a connection.
    private struct Refused: Error {}
}
