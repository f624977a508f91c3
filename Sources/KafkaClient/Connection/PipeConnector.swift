public import NIOCore
import KafkaMessages
import KafkaProtocol
import NIOPosix

/// Opens connections and asks each which versions the node serves.
public enum PipeConnector {
    /// Connects on a loop of the caller's choice.
    ///
    /// - Returns: the pipe, on `loop`; fails with ``KafkaClientError``.
    public static func connect(
        to address: BrokerAddress, on loop: any EventLoop, options: ClientOptions
    ) -> EventLoopFuture<NIOLoopBound<RequestPipe>> {
        ClientBootstrap(group: loop)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelOption(.maxMessagesPerRead, value: 16)
            .channelOption(.recvAllocator, value: AdaptiveRecvByteBufferAllocator(minimum: 1024, initial: 4096, maximum: 256 << 10))
            .connectTimeout(TimeAmount(options.connectTimeout))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(RequestPipe(address: address, options: options))
                }
            }
            .connect(host: address.host, port: address.port)
            .flatMapErrorThrowing { throw KafkaClientError.cannotConnect(to: "\(address)", reason: ConnectionErrorText.reason($0)) }
            .flatMap { channel in
                channel.eventLoop.makeCompletedFuture {
                    NIOLoopBound(try channel.pipeline.syncOperations.handler(type: RequestPipe.self), eventLoop: channel.eventLoop)
                }
            }
            .flatMap { pipe in
                let known = loop.makePromise(of: Void.self)
                askVersions(pipe.value, version: 3, known)
                return known.futureResult.map { pipe }
            }
    }

    /// v3 tells the node our name; one that is too old for it answers with an error in the form of v0 (KIP-511), and is asked again.
    private static func askVersions(_ pipe: RequestPipe, version: Int16, _ known: EventLoopPromise<Void>) {
        let request = ApiVersionsRequest.with {
            $0.clientSoftwareName = "martlet"
            $0.clientSoftwareVersion = "1"
        }
        pipe.sendForBody(request, version: version) { result in
            do throws(KafkaClientError) {
                let body = try result.get()
                let code = body.getInteger(at: body.readerIndex, as: Int16.self).map(ErrorCode.init)
                if code == .unsupportedVersion, version > 0 { return askVersions(pipe, version: 0, known) }
                let response = try RequestPipe.decode(ApiVersionsRequest.self, body, version: version, from: pipe.address).get()
                guard response.errorCode.isNone else { throw .refused(response.errorCode, about: "\(pipe.address)", detail: nil) }
                pipe.versions = ServedVersions(response)
                known.succeed()
            } catch {
                pipe.close()
                known.fail(error)
            }
        }
    }
}
