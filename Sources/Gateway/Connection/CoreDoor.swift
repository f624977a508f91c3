public import Environment
public import KafkaProtocol

/// The client connections of one core, and what they share. Confined to that core.
///
/// The core calls ``endTurn(at:)`` at the end of each of its turns: then answers leave, connections that paused go on, and those that are
/// idle are closed.
public final class CoreDoor {
    public let core: Int
    public let limits: ConnectionLimits
    public let budget: NodeBudget
    /// Must live as long as this does.
    unowned let server: any RequestServer
    private let environment: any NodeEnvironment

    private var byID: [ConnectionID: Connection] = [:]
    /// All connections, in an order that depends on nothing but what happened.
    private var all: [Connection] = []
    private var nextSerial: UInt64 = 0

    private var awaitingFlush: [Connection] = []
    private var awaitingResume: [Connection] = []
    private var awaitingBudget: [Connection] = []
    private var nextInspection = Instant.distantFuture
    private var drainReason: CloseReason?

    /// A writer for the answers of this core's handlers, so that none needs memory of its own.
    var writer = WireWriter(capacity: 4096)

    /// - Parameters:
    ///   - core: the core's number.
    ///   - environment: for its cores (to ask for turns) and its log.
    ///   - server: answers the requests; must live as long as this does.
    public init(
        core: Int, environment: any NodeEnvironment, limits: ConnectionLimits, budget: NodeBudget, server: any RequestServer
    ) {
        self.core = core
        self.environment = environment
        // With a limit of nothing a connection would be paused and relieved at once, for ever.
        var limits = limits
        limits.requestsInFlightMax = max(1, limits.requestsInFlightMax)
        limits.requestBytesInFlightMax = max(1, limits.requestBytesInFlightMax)
        limits.answerBytesMax = max(1, limits.answerBytesMax)
        self.limits = limits
        self.budget = budget
        self.server = server
    }

    /// Connections now open.
    public var connectionCount: Int { all.count }

    /// A new connection, accepted on this core.
    public func open(remote: String, listener: ListenerName, output: any ConnectionOutput, at now: Instant) -> Connection {
        let id = ConnectionID(core: core, serial: nextSerial)
        nextSerial += 1
        let connection = Connection(id: id, remote: remote, listener: listener, door: self, output: output, at: now)
        connection.index = all.count
        all.append(connection)
        byID[id] = connection
        if nextInspection == .distantFuture {
            nextInspection = now + inspectionInterval
            // The core must learn of the new deadline.
            environment.cores.wake(core: core)
        }
        server.connectionOpened(connection)
        if let drainReason { connection.finish(drainReason) }
        return connection
    }

    /// The connection of that name, if it is still open.
    public func connection(_ id: ConnectionID) -> Connection? { byID[id] }

    /// Answers a request that travelled; nothing if its connection is gone.
    public func answer(_ ticket: RequestTicket, _ answer: WireOutput) { byID[ticket.connection]?.answer(ticket.slot, answer) }

    /// Says of a request that travelled that it has no answer.
    public func noAnswer(_ ticket: RequestTicket) { byID[ticket.connection]?.noAnswer(ticket.slot) }

    /// Ends the core's turn: lets connections go on that paused, sends what was answered, closes what is idle.
    /// - Returns: when it wants to be called again even if nothing happens; nil if never.
    public func endTurn(at now: Instant) -> Instant? {
        if !awaitingBudget.isEmpty { resumeRelieved() }
        resumeAll(at: now)
        flushAll()
        if now >= nextInspection { inspectAll(at: now) }
        return nextInspection == .distantFuture ? nil : nextInspection
    }

    /// Stops gracefully: no further requests, and each connection closes once those in flight are answered.
    public func drain(_ reason: CloseReason) {
        drainReason = reason
        for connection in all { connection.finish(reason) }
    }

    /// Closes every connection now.
    public func closeAll(_ reason: CloseReason) {
        for connection in all { connection.close(reason) }
    }
}

// MARK: - For connections

extension CoreDoor {
    func flushSoon(_ connection: Connection) {
        guard !connection.isAwaitingFlush else { return }
        connection.isAwaitingFlush = true
        awaitingFlush.append(connection)
        if awaitingFlush.count == 1 { environment.cores.wake(core: core) }
    }

    func resumeSoon(_ connection: Connection) {
        guard !connection.isAwaitingResume else { return }
        connection.isAwaitingResume = true
        awaitingResume.append(connection)
        if awaitingResume.count == 1 { environment.cores.wake(core: core) }
    }

    func resumeAfterRelief(_ connection: Connection) {
        guard !connection.isAwaitingBudget else { return }
        connection.isAwaitingBudget = true
        awaitingBudget.append(connection)
        if awaitingBudget.count == 1 { budget.awaitRelief() }
    }

    func ended(_ connection: Connection, _ reason: CloseReason) {
        guard byID.removeValue(forKey: connection.id) != nil else { return }
        let last = all.removeLast()
        if last !== connection {
            last.index = connection.index
            all[connection.index] = last
        }
        environment.log(reason.logLevel, "client \(connection.remote) (connection \(connection.id)): \(reason)")
        server.connectionClosed(connection, reason)
    }

    /// The answer to ApiVersions in a version not served: error 35 in the oldest form, which every client can read, with the versions
    /// of ApiVersions alone, as Kafka does (KIP-511).
    func unsupportedApiVersions(correlationID: Int32) -> WireOutput {
        let served = server.versions(of: .apiVersions) ?? 0...0
        writer.beginFrame()
        writer.int32(correlationID)
        writer.errorCode(.unsupportedVersion)
        writer.int32(1)
        writer.int16(ApiKey.apiVersions.rawValue)
        writer.int16(served.lowerBound)
        writer.int16(served.upperBound)
        do {
            return try writer.takeFrame()
        } catch {
            violated("numbers always fit their fields: \(error)")
        }
    }
}

// MARK: - Parts of a turn

extension CoreDoor {
    private func resumeRelieved() {
        guard budget.isRelieved else { return budget.awaitRelief() }
        let relieved = awaitingBudget
        awaitingBudget.removeAll(keepingCapacity: true)
        for connection in relieved {
            connection.isAwaitingBudget = false
            resumeSoon(connection)
        }
    }

    /// One round only: those that pause again and are relieved again wait for the next turn, so that one client cannot hold the core.
    private func resumeAll(at now: Instant) {
        guard !awaitingResume.isEmpty else { return }
        var resuming: [Connection] = []
        swap(&resuming, &awaitingResume)
        for connection in resuming {
            connection.isAwaitingResume = false
            connection.resume(at: now)
        }
        // They may have given the server work for a turn.
        environment.cores.wake(core: core)
    }

    private func flushAll() {
        // A flush may close a connection, and the server may then answer others: the list can grow meanwhile.
        var next = 0
        while next < awaitingFlush.count {
            let connection = awaitingFlush[next]
            connection.isAwaitingFlush = false
            connection.flush()
            next += 1
        }
        awaitingFlush.removeAll(keepingCapacity: true)
    }

    /// How exactly the limits of time are kept.
    private var inspectionInterval: Duration {
        min(max(min(limits.idleMax, limits.stalledFrameMax) / 4, .milliseconds(10)), .seconds(10))
    }

    private func inspectAll(at now: Instant) {
        for connection in all { connection.inspect(at: now) }
        nextInspection = all.isEmpty ? .distantFuture : now + inspectionInterval
    }
}
