import KafkaMessages
public import KafkaProtocol
public import NIOCore

/// One connection to a node, for callers on its event loop: requests go out without waiting for one another, answers come back in the same order,
/// each to the closure it was asked with. Confined to its loop.
public final class RequestPipe: ChannelInboundHandler {
    public typealias InboundIn = ByteBuffer
    public typealias OutboundOut = ByteBuffer

    /// An answer's body, behind its header.
    public typealias Answer = (Result<ByteBuffer, KafkaClientError>) -> Void

    private struct Pending {
        let correlationID: Int32
        let api: ApiKey
        let headerVersion: Int16
        let deadline: NIODeadline
        let timeout: Duration
        let answer: Answer
    }

    public let address: BrokerAddress
    /// What the node serves; set once it has told.
    public internal(set) var versions: ServedVersions?
    /// Called once, when the connection has ended and every request has failed.
    public var closed: (() -> Void)?

    private let options: ClientOptions
    private var splitter: AnswerSplitter
    private var pending = CircularBuffer<Pending>()
    private var lastCorrelationID: Int32 = 0
    private var context: ChannelHandlerContext?
    private var failure: KafkaClientError?
    private var timer: (deadline: NIODeadline, task: Scheduled<Void>)?
    private var writer = WireWriter(capacity: 512)

    init(address: BrokerAddress, options: ClientOptions) {
        self.address = address
        self.options = options
        splitter = AnswerSplitter(answerBytesMax: options.answerBytesMax)
    }

    /// Requests sent and not yet answered.
    public var inFlight: Int { pending.count }

    /// False once the connection has ended or failed.
    public var isOpen: Bool { failure == nil && context != nil }

    /// The highest version of a request that both sides have.
    ///
    /// - Throws: ``KafkaClientError/unsupported(_:at:)``
    public func version<Request: RequestMessage>(for request: Request.Type) throws(KafkaClientError) -> Int16 {
        guard let version = versions?.highest(request) else { throw .unsupported(Request.apiKey, at: "\(address)") }
        return version
    }

    // MARK: Asking

    /// Sends a request and reads its answer.
    ///
    /// - Parameters:
    ///   - version: one that the node serves.
    ///   - timeout: of the answer; the options' if nil.
    ///   - answer: called once, on the loop; at once if the request cannot be sent.
    public func send<Request: RequestMessage>(
        _ request: Request, version: Int16, timeout: Duration? = nil,
        _ answer: @escaping (Result<Request.Response, KafkaClientError>) -> Void
    ) {
        sendForBody(request, version: version, timeout: timeout) { [address] result in
            answer(result.flatMap { body in Self.decode(Request.self, body, version: version, from: address) })
        }
    }

    /// As ``send(_:version:timeout:_:)``, but hands out the answer's bytes.
    public func sendForBody<Request: RequestMessage>(
        _ request: Request, version: Int16, timeout: Duration? = nil, flush: Bool = true, _ answer: @escaping Answer
    ) {
        if let failure { return answer(.failure(failure)) }
        guard let context else { return answer(.failure(.closed(by: "\(address)", reason: "the connection is closed"))) }
        lastCorrelationID &+= 1
        let correlationID = lastCorrelationID
        let output: WireOutput
        do throws(ProtocolError) {
            output = try request.frame(correlationId: correlationID, clientId: options.clientID, version: version, with: &writer)
        } catch {
            return answer(.failure(.unwritable(Request.apiKey, error)))
        }
        let timeout = timeout ?? options.requestTimeout
        let deadline = NIODeadline.now() + TimeAmount(timeout)
        pending.append(
            Pending(
                correlationID: correlationID, api: Request.apiKey, headerVersion: Request.apiKey.responseHeaderVersion(version),
                deadline: deadline, timeout: timeout, answer: answer))
        write(output, context, promise: nil)
        if flush { context.flush() }
        watch(deadline)
    }

    /// Sends a request to which no answer comes (Produce with acks = 0).
    ///
    /// - Parameter sent: called once the bytes have been given to the system, or with what went wrong.
    public func sendWithoutAnswer<Request: RequestMessage>(
        _ request: Request, version: Int16, _ sent: @escaping (Result<Void, KafkaClientError>) -> Void
    ) {
        if let failure { return sent(.failure(failure)) }
        guard let context else { return sent(.failure(.closed(by: "\(address)", reason: "the connection is closed"))) }
        lastCorrelationID &+= 1
        let output: WireOutput
        do throws(ProtocolError) {
            output = try request.frame(correlationId: lastCorrelationID, clientId: options.clientID, version: version, with: &writer)
        } catch {
            return sent(.failure(.unwritable(Request.apiKey, error)))
        }
        let promise = context.eventLoop.makePromise(of: Void.self)
        let address = address
        promise.futureResult.assumeIsolated().whenComplete { result in
            sent(result.mapError { .closed(by: "\(address)", reason: ConnectionErrorText.reason($0)) })
        }
        write(output, context, promise: promise)
        context.flush()
    }

    /// Sends what was written without a flush.
    public func flush() { context?.flush() }

    /// Ends the connection; what is not answered fails.
    public func close() { fail(.closed(by: "\(address)", reason: "closed by this client")) }

    static func decode<Request: RequestMessage>(
        _: Request.Type, _ body: ByteBuffer, version: Int16, from address: BrokerAddress
    ) -> Result<Request.Response, KafkaClientError> {
        do throws(ProtocolError) {
            return .success(try Request.Response.decode(body, version: version))
        } catch {
            return .failure(.badAnswer(from: "\(address)", to: Request.apiKey, error))
        }
    }

    private func write(_ output: WireOutput, _ context: ChannelHandlerContext, promise: EventLoopPromise<Void>?) {
        for (index, piece) in output.pieces.enumerated() {
            // Requests are made of memory alone; only a server's answers have file regions.
            guard case .bytes(let bytes) = piece else { continue }
            context.write(wrapOutboundOut(bytes), promise: index == output.pieces.count - 1 ? promise : nil)
        }
    }

    // MARK: Answers

    public func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    public func handlerRemoved(context: ChannelHandlerContext) {
        fail(.closed(by: "\(address)", reason: "the connection is closed"))
        self.context = nil
    }

    public func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard failure == nil else { return }
        splitter.append(unwrapInboundIn(data))
        do throws(AnswerSplitter.InvalidLength) {
            while let frame = try splitter.next() {
                take(frame)
                if failure != nil { return }
            }
        } catch {
            let api = pending.first?.api ?? .apiVersions
            fail(.badAnswer(from: "\(address)", to: api, .invalidLength(Int(error.length))))
        }
    }

    public func channelInactive(context: ChannelHandlerContext) {
        fail(.closed(by: "\(address)", reason: "end of the connection"))
        context.fireChannelInactive()
    }

    public func errorCaught(context: ChannelHandlerContext, error: any Error) {
        fail(.closed(by: "\(address)", reason: ConnectionErrorText.reason(error)))
    }

    private func take(_ frame: ByteBuffer) {
        guard let next = pending.popFirst() else {
            return fail(.badAnswer(from: "\(address)", to: .apiVersions, .trailingBytes(frame.readableBytes)))
        }
        do throws(ProtocolError) {
            let (header, bodyBytes) = try WireReader.open(frame) { reader throws(ProtocolError) in
                let header = try ResponseHeader(from: &reader, version: next.headerVersion)
                return (header, reader.bytesLeft)
            }
            // Answers come in the order of the requests.
            guard header.correlationId == next.correlationID else { throw .invalidLength(Int(header.correlationId)) }
            var body = frame
            body.moveReaderIndex(forwardBy: frame.readableBytes - bodyBytes)
            next.answer(.success(body))
        } catch {
            let failure = KafkaClientError.badAnswer(from: "\(address)", to: next.api, error)
            next.answer(.failure(failure))
            fail(failure)
        }
    }

    // MARK: The end

    private func watch(_ deadline: NIODeadline) {
        if let timer {
            guard deadline < timer.deadline else { return }
            timer.task.cancel()
        }
        guard let context else { return }
        let task = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) { self.deadlineReached() }
        timer = (deadline, task)
    }

    private func deadlineReached() {
        timer = nil
        let now = NIODeadline.now()
        if let late = pending.first(where: { $0.deadline <= now }) {
            return fail(.timedOut(at: "\(address)", waitingFor: late.api, milliseconds: late.timeout.wholeMilliseconds))
        }
        if let next = pending.lazy.map(\.deadline).min() { watch(next) }
    }

    private func fail(_ error: KafkaClientError) {
        guard failure == nil else { return }
        failure = error
        timer?.task.cancel()
        timer = nil
        let context = context
        while let next = pending.popFirst() { next.answer(.failure(error)) }
        context?.close(promise: nil)
        let closed = closed.take()
        closed?()
    }
}

extension Duration {
    var wholeMilliseconds: Int64 { components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000 }
}
