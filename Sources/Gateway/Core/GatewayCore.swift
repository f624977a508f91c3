public import ClusterMetadata
public import Environment
public import KafkaProtocol
public import Replication
public import Storage

/// The gateway on one core: its connections' requests, the partitions it owns, what it waits for. Confined to its core.
///
/// A request flows: `Connection` -> ``serve(_:)`` -> `Router` -> a handler -> ``onStorage(of:_:done:)`` or ``onController(_:done:)`` (which hop to
/// the owner's core if that is another) -> `Request.respond`.
public final class GatewayCore {
    public let index: Int
    public let shared: GatewayShared
    public let engine: any StorageEngine
    public let inbox: Inbox<GatewayCore>
    /// The metadata group's machine, on the core that owns it.
    public weak var controller: MetadataMachine?
    public private(set) var door: CoreDoor!

    var timers = Timers()
    private var tickets = Tickets()
    private var cachedImage: MetadataImage
    var leaderWaits: [LeaderWait] = []
    var policies = TopicPolicies()
    let producerIDs = ProducerIDBlock()
    var fetchesByTicket: [UInt64: PendingFetch] = [:]
    var nextFetchTicket: UInt64 = 0
    var waitingFetches: [ConnectionID: [PendingFetch]] = [:]

    public init(index: Int, shared: GatewayShared, engine: any StorageEngine, budget: NodeBudget) {
        self.index = index
        self.shared = shared
        self.engine = engine
        self.inbox = shared.inboxes[index]
        self.cachedImage = shared.metadata.current
        self.door = CoreDoor(
            core: index, environment: shared.environment, limits: shared.limits.connections, budget: budget, server: self)
    }

    public var environment: any NodeEnvironment { shared.environment }
    public var now: Instant { shared.environment.clock.now }

    /// The newest published metadata.
    public var metadata: MetadataImage {
        if shared.metadata.version != cachedImage.version { cachedImage = shared.metadata.current }
        return cachedImage
    }

    // MARK: - The turn

    /// Before replication's part of the turn: what other cores sent, and what is due.
    public func beginTurn(at now: Instant) {
        inbox.drain(for: self)
        for action in timers.due(at: now) { action() }
    }

    /// After it: answers leave.
    /// - Returns: when the next turn is due at the latest.
    public func endTurn(at now: Instant) -> Instant? {
        checkLeaderWaits()
        return [door.endTurn(at: now), timers.next].compactMap { $0 }.min()
    }

    // MARK: - Other cores

    /// Runs `body` with the storage engine of the core that owns the partition; `done` gets its answer here.
    func onStorage<Value: Sendable>(
        of group: GroupID, _ body: @escaping @Sendable (any StorageEngine, @escaping (Value) -> Void) -> Void,
        done: @escaping (Value) -> Void
    ) {
        on(shared.owner(of: group), { core, done in body(core.engine, done) }, done: done)
    }

    /// Lets the controller decide on an operation and answers when it is committed.
    func onController<Value: Sendable>(
        _ decide: @escaping @Sendable (MetadataImage) -> MetadataDecision<Value>,
        done: @escaping (Result<Value, MetadataError>) -> Void
    ) {
        on(
            shared.owner(of: .metadata),
            { core, done in
                guard let controller = core.controller else { return done(.failure(.notController(leader: nil))) }
                controller.perform(decide, done: done)
            }, done: done)
    }

    /// Runs `body` on another core, or at once if it is this one.
    func on<Value: Sendable>(
        _ core: Int, _ body: @escaping @Sendable (GatewayCore, @escaping (Value) -> Void) -> Void, done: @escaping (Value) -> Void
    ) {
        guard core != index else { return body(self, done) }
        let ticket = tickets.issue { answer in
            guard let answer = answer as? Value else { violated("an answer has the type that was asked for") }
            done(answer)
        }
        let home = inbox
        shared.inboxes[core].post { owner in
            body(owner) { answer in home.post { $0.redeem(ticket, answer) } }
        }
    }

    /// Runs blocking work on the background lane; `done` gets its answer here.
    func offCore<Value: Sendable>(_ work: @escaping @Sendable (any NodeEnvironment) -> Value, done: @escaping (Value) -> Void) {
        let ticket = tickets.issue { answer in
            guard let answer = answer as? Value else { violated("an answer has the type that was asked for") }
            done(answer)
        }
        let (home, environment) = (inbox, environment)
        environment.backgroundLane.run {
            let answer = work(environment)
            home.post { $0.redeem(ticket, answer) }
        }
    }

    private func redeem(_ ticket: UInt64, _ answer: any Sendable) {
        tickets.redeem(ticket)?(answer)
    }
}

extension GatewayCore: RequestServer {
    public func serve(_ request: Request) { Router.serve(request, on: self) }

    public func versions(of apiKey: ApiKey) -> ClosedRange<Int16>? { Router.versions(of: apiKey) }

    public func connectionOpened(_ connection: Connection) {}

    public func connectionClosed(_ connection: Connection, _ reason: CloseReason) { abandonFetches(of: connection) }
}
