public import KafkaProtocol
public import NIOCore

/// One connection to a node, for `async` callers. Any task; requests of several tasks travel without waiting for one another.
public final class KafkaConnection: Sendable {
    public let address: BrokerAddress
    /// What the node serves.
    public let versions: ServedVersions
    private let pipe: NIOLoopBound<RequestPipe>
    private let loop: any EventLoop

    private init(address: BrokerAddress, versions: ServedVersions, pipe: NIOLoopBound<RequestPipe>, loop: any EventLoop) {
        self.address = address
        self.versions = versions
        self.pipe = pipe
        self.loop = loop
    }

    /// Connects and asks for the versions served.
    public static func connect(
        to address: BrokerAddress, on group: any EventLoopGroup, options: ClientOptions
    ) async throws(KafkaClientError) -> KafkaConnection {
        let loop = group.next()
        do {
            return try await PipeConnector.connect(to: address, on: loop, options: options).flatMapThrowing { pipe in
                guard let versions = pipe.value.versions else {
                    throw KafkaClientError.closed(by: "\(address)", reason: "it did not say what it serves")
                }
                return KafkaConnection(address: address, versions: versions, pipe: pipe, loop: loop)
            }.get()
        } catch let error as KafkaClientError {
            throw error
        } catch {
            throw .cannotConnect(to: "\(address)", reason: ConnectionErrorText.reason(error))
        }
    }

    /// Sends a request in the highest version that both sides have, and waits for its answer.
    ///
    /// - Parameter timeout: of the answer; the options' if nil.
    public func send<Request: RequestMessage>(
        _ request: Request, timeout: Duration? = nil
    ) async throws(KafkaClientError) -> Request.Response {
        guard let version = versions.highest(Request.self) else { throw .unsupported(Request.apiKey, at: "\(address)") }
        let result = await withCheckedContinuation { (done: CheckedContinuation<Result<Request.Response, KafkaClientError>, Never>) in
            loop.execute { self.pipe.value.send(request, version: version, timeout: timeout) { done.resume(returning: $0) } }
        }
        return try result.get()
    }

    /// Sends a request to which no answer comes, and waits until the system has its bytes.
    public func sendWithoutAnswer<Request: RequestMessage>(_ request: Request) async throws(KafkaClientError) {
        guard let version = versions.highest(Request.self) else { throw .unsupported(Request.apiKey, at: "\(address)") }
        let result = await withCheckedContinuation { (done: CheckedContinuation<Result<Void, KafkaClientError>, Never>) in
            loop.execute { self.pipe.value.sendWithoutAnswer(request, version: version) { done.resume(returning: $0) } }
        }
        try result.get()
    }

    /// Ends the connection; what is not answered fails.
    public func close() { loop.execute { self.pipe.value.close() } }
}
