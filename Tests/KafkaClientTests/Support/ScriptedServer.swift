import KafkaMessages
import KafkaProtocol
import NIOCore
import NIOPosix
import Synchronization

/// A server that answers each request frame with what a closure says. In this process, on a port of its own.
final class ScriptedServer: Sendable {
    /// What to do with a request.
    enum Reply: Sendable {
        /// Frames as they are, without their lengths.
        case frames([ByteBuffer])
        case close
        case nothing
    }

    typealias Script = @Sendable (RequestHeader, _ body: ByteBuffer) throws -> Reply

    let port: Int
    private let channel: any Channel
    private let group: MultiThreadedEventLoopGroup

    static func start(_ script: @escaping Script) async throws -> ScriptedServer {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let channel = try await ServerBootstrap(group: group)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Handler(script)) }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        return ScriptedServer(channel, group)
    }

    private init(_ channel: any Channel, _ group: MultiThreadedEventLoopGroup) {
        self.channel = channel
        self.group = group
        port = channel.localAddress?.port ?? 0
    }

    func stop() async throws { try await group.shutdownGracefully() }

    /// An answer's frame.
    static func frame(_ response: some ResponseMessage, to header: RequestHeader) throws -> ByteBuffer {
        var writer = WireWriter()
        var frame =
            try response.frame(correlationId: header.correlationId, version: header.requestApiVersion, with: &writer)
            .joined() ?? ByteBuffer()
        frame.moveReaderIndex(forwardBy: 4)
        return frame
    }

    /// An answer to ApiVersions that serves the given APIs.
    static func apiVersions(_ served: [ApiKey: ClosedRange<Int16>]) -> ApiVersionsResponse {
        .with {
            $0.apiKeys = served.sorted { $0.key < $1.key }.map { key, range in
                .with {
                    $0.apiKey = key.rawValue
                    $0.minVersion = range.lowerBound
                    $0.maxVersion = range.upperBound
                }
            }
        }
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let script: Script
        private var received = ByteBuffer()

        init(_ script: @escaping Script) { self.script = script }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            var bytes = unwrapInboundIn(data)
            received.writeBuffer(&bytes)
            while let length = received.getInteger(at: received.readerIndex, as: Int32.self), received.readableBytes >= Int(length) + 4 {
                received.moveReaderIndex(forwardBy: 4)
                guard let frame = received.readSlice(length: Int(length)) else { return }
                do {
                    var body = frame
                    let header = try WireReader.open(frame) { reader throws(ProtocolError) in
                        let header = try RequestHeader.read(from: &reader)
                        body.moveReaderIndex(to: frame.writerIndex - reader.bytesLeft)
                        return header
                    }
                    switch try script(header, body) {
                    case .close: return context.close(promise: nil)
                    case .nothing: break
                    case .frames(let frames):
                        for frame in frames {
                            var out = ByteBuffer()
                            out.writeInteger(Int32(frame.readableBytes))
                            out.writeImmutableBuffer(frame)
                            context.write(wrapOutboundOut(out), promise: nil)
                        }
                        context.flush()
                    }
                } catch {
                    context.close(promise: nil)
                }
            }
        }
    }
}
