public import Environment
public import KafkaProtocol
public import NIOCore

/// A client connection: pure logic, confined to its core.
///
/// Bytes come in by ``received(_:at:)``; whole requests go to the ``RequestServer`` at once, in order; their answers, given in any order, leave
/// in the order of the requests. At a limit of `ConnectionLimits` it stops reading and starting requests, and goes on below half of it: a
/// client that does not read its answers costs bounded memory, and no other connection waits for it.
public final class Connection {
    public let id: ConnectionID
    /// The client's address, for logs and DescribeGroups.
    public let remote: String
    public let listener: ListenerName
    /// Set by authentication.
    public var principal: Principal = .anonymous
    /// Set by ApiVersions v3 and later (KIP-511); nil for older clients.
    public var clientSoftware: ClientSoftware?
    public private(set) var counters = ConnectionCounters()
    /// False once it is closed, by whichever side. Answers given after that are dropped.
    public private(set) var isOpen = true

    let door: CoreDoor
    private let output: any ConnectionOutput
    private var splitter = FrameSplitter()
    private var answers = AnswerQueue()
    /// Small answers that leave together, behind everything given to the output.
    private var tail: ByteBuffer?
    /// Bytes of a frame begun, already taken from the node's budget.
    private var bytesBegun = 0
    private var lastReceived: Instant
    private var clientID = KnownClientID()

    /// Whether something was answered since the last flush.
    private var hasUnflushed = false
    /// Whether the socket takes more; see ``ConnectionOutput/write(_:)``.
    private var isWritable = true
    /// Whether no further request is started, because of a limit.
    private var isPaused = false
    /// Whether the output was told not to read.
    private var isReadingStopped = false
    /// Set by ``finish(_:)``: no further request is started, and the connection closes when all are answered.
    private var finishing: CloseReason?

    // The door's marks: whether this connection stands in one of its lists, and where among all.
    var isAwaitingFlush = false
    var isAwaitingResume = false
    var isAwaitingBudget = false
    var index = 0

    init(id: ConnectionID, remote: String, listener: ListenerName, door: CoreDoor, output: any ConnectionOutput, at now: Instant) {
        self.id = id
        self.remote = remote
        self.listener = listener
        self.door = door
        self.output = output
        lastReceived = now
    }

    /// Requests started and not yet answered.
    public var requestsInFlight: Int { answers.count }

    // MARK: From the socket

    /// Takes bytes, however the network cut them. Requests complete with them are served before this returns, as far as limits allow.
    public func received(_ bytes: ByteBuffer, at now: Instant) {
        guard isOpen, finishing == nil else { return }
        lastReceived = now
        counters.bytesIn &+= UInt64(bytes.readableBytes)
        splitter.append(bytes)
        // Paused: they wait, and are cut when there is room.
        if !isPaused { serveFrames(at: now) }
    }

    /// The other side closed the connection, or (with a text) the network broke it.
    public func closedByPeer(broken text: String? = nil) {
        guard isOpen else { return }
        ended(text.map { .transport($0) } ?? .peer)
    }

    /// The socket takes no more for now (false), or takes more again (true). See ``ConnectionOutput/write(_:)``.
    public func writabilityChanged(_ writable: Bool) {
        guard isOpen, isWritable != writable else { return }
        isWritable = writable
        if writable { resumeIfRelieved() }
    }

    // MARK: From the server

    /// Gives a request's answer: a whole frame, length prefix included. It leaves when all before it have, at the end of the turn.
    public func answer(_ slot: AnswerSlot, _ answer: WireOutput) {
        guard isOpen else { return }
        if answers.isFirst(slot) {
            door.budget.give(answers.popWaiting())
            emit(answer)
            leaveInOrder()
        } else {
            answers.fill(slot, .ready(answer))
        }
        settled()
    }

    /// Answers with a message; see ``Request/respond(_:)``.
    public func respond(_ message: some ResponseMessage, slot: AnswerSlot, correlationID: Int32, version: Int16) {
        guard isOpen else { return }
        do {
            answer(slot, try message.frame(correlationId: correlationID, version: version, with: &door.writer))
        } catch {
            close(.server("an answer of \(type(of: message)) v\(version) cannot be written: \(error)"))
        }
    }

    /// Says that a request has no answer (Produce with acks=0); those behind it need not wait for one.
    public func noAnswer(_ slot: AnswerSlot) {
        guard isOpen else { return }
        if answers.isFirst(slot) {
            door.budget.give(answers.popWaiting())
            leaveInOrder()
        } else {
            answers.fill(slot, .silent)
        }
        settled()
    }

    /// Closes the connection. The server hears of it by `connectionClosed` before this returns.
    public func close(_ reason: CloseReason) {
        guard isOpen else { return }
        isOpen = false  // First: the output may call back.
        if reason.sendsRest {
            writeTail()
            output.flush()
        }
        output.close(afterSending: reason.sendsRest)
        ended(reason)
    }

    /// Starts no further request, and closes the connection once all that were started are answered.
    public func finish(_ reason: CloseReason) {
        guard isOpen, finishing == nil else { return }
        finishing = reason
        setReading(false)
        splitter.clear()
        releaseBegun()
        if answers.count == 0 { close(reason) }
    }

    /// Sends what has been answered, and tells the output whether to read on. The core does this at the end of each turn: a connection that
    /// paused and went on within a turn costs no system call.
    public func flush() {
        guard isOpen else { return }
        writeTail()
        if hasUnflushed {
            hasUnflushed = false
            output.flush()
        }
        // A flush may close the connection, or make room.
        if isOpen, finishing == nil { setReading(!isPaused) }
    }
}

// MARK: - Requests in

extension Connection {
    /// Starts requests while there are whole ones and room for them.
    private func serveFrames(at now: Instant) {
        let limits = door.limits
        while isOpen, finishing == nil {
            guard hasRoom else { return pause() }
            switch splitter.next(frameBytesMax: limits.frameBytesMax) {
            case .needsBytes: return takeBegun()
            case .invalidLength(let length): return close(.frameLength(length))
            case .frame(let frame):
                let bytes = frame.readableBytes
                // A frame that came in parts was paid for when it began.
                if bytesBegun > 0 { bytesBegun = 0 } else { door.budget.take(bytes) }
                serve(frame, bytes: bytes, at: now)
            }
        }
    }

    private func serve(_ frame: ByteBuffer, bytes: Int, at now: Instant) {
        do throws(CloseReason) {
            let head = try RequestHead(frame, for: door.server, known: &clientID)
            counters.requests &+= 1
            let slot = answers.open(bytes: bytes)
            guard head.isServed else { return answer(slot, door.unsupportedApiVersions(correlationID: head.correlationID)) }
            door.server.serve(
                Request(
                    connection: self, slot: slot, apiKey: head.apiKey, version: head.version, correlationID: head.correlationID,
                    clientID: head.clientID, body: head.body, receivedAt: now))
        } catch {
            door.budget.give(bytes)
            close(error)
        }
    }

    /// Pays for a frame whose buffer was just allocated. It was begun only because the node had room; once begun it is always read to its
    /// end, so that frames in parts cannot hold all of the budget and wait for each other.
    private func takeBegun() {
        guard splitter.bytesBegun > bytesBegun else { return }
        door.budget.take(splitter.bytesBegun)
        bytesBegun = splitter.bytesBegun
    }

    private func releaseBegun() {
        if bytesBegun > 0 { door.budget.give(bytesBegun) }
        bytesBegun = 0
    }
}

// MARK: - Answers out

extension Connection {
    /// Answers of at most this many bytes are copied together...
    private static var copiedBytesMax: Int { 2048 }
    /// ...into buffers of at most this many: one write of the socket for many answers of a pipelining client.
    private static var tailBytesMax: Int { 16384 }

    /// Lets go what need no longer wait behind the answer that just left.
    private func leaveInOrder() {
        while let (state, bytes) = answers.popReady() {
            door.budget.give(bytes)
            if case .ready(let answer) = state { emit(answer) }
        }
    }

    private func emit(_ answer: WireOutput) {
        counters.bytesOut &+= UInt64(answer.count)
        hasUnflushed = true
        for piece in answer.pieces {
            if case .bytes(let bytes) = piece, bytes.readableBytes <= Self.copiedBytesMax {
                addToTail(bytes)
            } else {
                writeTail()
                output.write(piece)
            }
        }
        door.flushSoon(self)
    }

    private func addToTail(_ bytes: ByteBuffer) {
        guard var joined = tail.take() else {
            // The only answer of a turn is not copied at all.
            tail = bytes
            return
        }
        let total = joined.readableBytes + bytes.readableBytes
        if total > Self.tailBytesMax {
            output.write(.bytes(joined))
            tail = bytes
            return
        }
        if joined.writableBytes < bytes.readableBytes {
            var larger = ByteBufferAllocator().buffer(capacity: max(1024, min(4 * total, Self.tailBytesMax)))
            larger.writeImmutableBuffer(joined)
            joined = larger
        }
        joined.writeImmutableBuffer(bytes)
        tail = joined
    }

    private func writeTail() {
        if let bytes = tail.take() { output.write(.bytes(bytes)) }
    }

    /// After an answer: there may be room again, or nothing left to wait for.
    private func settled() {
        guard isOpen else { return }
        if isPaused { resumeIfRelieved() }
        if let reason = finishing, answers.count == 0 { close(reason) }
    }
}

// MARK: - Limits

extension Connection {
    /// Whether another request may be started.
    private var hasRoom: Bool {
        let limits = door.limits
        return isWritable && answers.count < limits.requestsInFlightMax && answers.requestBytes < limits.requestBytesInFlightMax
            && answers.heldBytes < limits.answerBytesMax && (bytesBegun > 0 || door.budget.hasRoom)
    }

    /// Whether a connection that paused may go on: below half of each limit, so that it does not stop and go with every request.
    private var isRelieved: Bool {
        let limits = door.limits
        return isWritable && answers.count <= limits.requestsInFlightMax / 2
            && answers.requestBytes <= limits.requestBytesInFlightMax / 2 && answers.heldBytes <= limits.answerBytesMax / 2
            && (bytesBegun > 0 || door.budget.isRelieved)
    }

    private func pause() {
        isPaused = true
        door.flushSoon(self)
        // Nobody tells this connection when others give back; the core will.
        if bytesBegun == 0, !door.budget.hasRoom { door.resumeAfterRelief(self) }
        // What was answered between the limit and here may be all there is.
        resumeIfRelieved()
    }

    private func resumeIfRelieved() {
        guard isPaused, finishing == nil else { return }
        if isRelieved {
            door.resumeSoon(self)
        } else if bytesBegun == 0, !door.budget.isRelieved {
            door.resumeAfterRelief(self)
        }
    }

    /// Goes on after a pause, if there still is room. Called by the core, never from within an answer.
    func resume(at now: Instant) {
        guard isOpen, isPaused, finishing == nil else { return }
        guard isRelieved else { return resumeIfRelieved() }
        isPaused = false
        serveFrames(at: now)
        door.flushSoon(self)
    }

    private func setReading(_ reading: Bool) {
        guard isReadingStopped == reading else { return }
        isReadingStopped = !reading
        output.setReading(reading)
    }

    /// Looks after a connection at which nothing may have happened for a while.
    func inspect(at now: Instant) {
        let limits = door.limits
        let quiet = now - lastReceived
        // Not while it is we who do not read; a client that does not read its answers has only itself to wait for.
        if splitter.isMidFrame, !isPaused || !isWritable, quiet > limits.stalledFrameMax { return close(.stalledFrame) }
        if answers.count == 0 {
            if quiet > limits.idleMax { return close(.idle) }
            answers.trim()
        }
    }

    /// Gives everything back, and tells.
    private func ended(_ reason: CloseReason) {
        isOpen = false
        if answers.requestBytes > 0 { door.budget.give(answers.requestBytes) }
        releaseBegun()
        answers.clear()
        splitter.clear()
        tail = nil
        door.ended(self, reason)
    }
}
