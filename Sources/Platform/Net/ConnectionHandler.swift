import Environment
import Gateway
import KafkaProtocol
import NIOCore

/// Ties a socket to its ``Gateway/Connection``: bytes in, pieces out, nothing decided here. Confined to the socket's loop.
final class ConnectionHandler: ChannelInboundHandler, ConnectionOutput {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = IOData

    private let door: CoreDoor
    private let listener: ListenerName
    private let clock: any Environment.Clock
    private let cores: any CoreHost
    private var context: ChannelHandlerContext?
    private var connection: Connection?

    init(door: CoreDoor, listener: ListenerName, clock: any Environment.Clock, cores: any CoreHost) {
        self.door = door
        self.listener = listener
        self.clock = clock
        self.cores = cores
    }

    // MARK: The socket

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        if context.channel.isActive { open(context) }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        connection?.closedByPeer()
        self.context = nil
        connection = nil
    }

    func channelActive(context: ChannelHandlerContext) {
        if connection == nil { open(context) }
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        connection?.received(unwrapInboundIn(data), at: clock.now)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        // One turn for all the sockets that were readable together.
        cores.wake(core: door.core)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        connection?.writabilityChanged(context.channel.isWritable)
    }

    func channelInactive(context: ChannelHandlerContext) {
        connection?.closedByPeer()
        connection = nil
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        connection?.closedByPeer(broken: NetworkErrorText.isDisconnect(error) ? nil : "\(error)")
        connection = nil
        context.close(promise: nil)
    }

    private func open(_ context: ChannelHandlerContext) {
        let remote = context.remoteAddress
        let name = remote.flatMap { address in address.ipAddress.map { "\($0):\(address.port ?? 0)" } } ?? "unknown"
        connection = door.open(remote: name, listener: listener, output: self, at: clock.now)
    }

    // MARK: ConnectionOutput

    func write(_ piece: WirePiece) {
        guard let context else { return }
        switch piece {
        case .bytes(let bytes): context.write(wrapOutboundOut(.byteBuffer(bytes)), promise: nil)
        case .file(let region): FileSender.write(region, on: context)
        }
    }

    func flush() { context?.flush() }

    func setReading(_ reading: Bool) {
        guard let context, context.channel.isActive else { return }
        do {
            try context.channel.syncOptions?.setOption(.autoRead, value: reading)
        } catch {
            // The socket is closing; the loop tells so by itself.
            context.fireErrorCaught(error)
        }
    }

    func close(afterSending: Bool) {
        connection = nil
        guard let context else { return }
        guard afterSending else { return context.close(promise: nil) }
        let channel = context.channel
        // Behind everything written before. A peer that does not read it is not waited for long.
        let sent = context.eventLoop.makePromise(of: Void.self)
        let patience = context.eventLoop.scheduleTask(in: .nanoseconds(door.limits.lingerMax.nanosecondsSaturating)) {
            channel.close(promise: nil)
        }
        sent.futureResult.whenComplete { _ in
            patience.cancel()
            channel.close(promise: nil)
        }
        context.writeAndFlush(wrapOutboundOut(.byteBuffer(ByteBuffer())), promise: sent)
    }
}
