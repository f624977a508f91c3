import KafkaMessages
public import KafkaProtocol
public import NIOCore
public import NIOPosix

/// A cluster, for commands: finds the node for each request, connects to it, and tries again what may succeed later.
///
/// Works with any server of Kafka's protocol. Close it when done.
public actor KafkaClient {
    /// Whom a request is for.
    public enum Target: Hashable, Sendable {
        /// Any node that answers, first of those given at the start.
        case any
        /// The node that takes administrative requests.
        case controller
        case node(Int32)
    }

    public nonisolated let options: ClientOptions
    private let bootstrap: [BrokerAddress]
    private let group: any EventLoopGroup
    private var connections: [BrokerAddress: KafkaConnection] = [:]
    private var view: ClusterView?

    /// Connects to nothing yet.
    ///
    /// - Parameter bootstrap: nodes to ask first; one that answers is enough.
    public init(
        bootstrap: [BrokerAddress], options: ClientOptions = ClientOptions(),
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
    ) {
        self.bootstrap = bootstrap
        self.options = options
        self.group = group
    }

    /// Ends all connections.
    public func close() {
        for connection in connections.values { connection.close() }
        connections = [:]
    }

    /// Sends a request once, without trying again.
    public func send<Request: RequestMessage>(
        _ request: Request, to target: Target, timeout: Duration? = nil
    ) async throws(KafkaClientError) -> Request.Response {
        let connection = try await connection(to: target)
        do throws(KafkaClientError) {
            return try await connection.send(request, timeout: timeout)
        } catch {
            forget(connection, after: error)
            throw error
        }
    }

    /// The highest version of a request that the node chosen for it and this client have; nil if there is none.
    public func version<Request: RequestMessage>(
        of request: Request.Type, at target: Target
    ) async throws(KafkaClientError) -> Int16? {
        try await connection(to: target).versions.highest(request)
    }

    /// The cluster as one of its nodes describes it now.
    ///
    /// - Parameters:
    ///   - topics: those to describe; nil for all.
    ///   - creating: whether the node may make topics that are missing.
    public func cluster(topics: [String]? = [], creating: Bool = false) async throws(KafkaClientError) -> ClusterView {
        let connection = try await connection(to: .any)
        var request = MetadataRequest()
        request.allowAutoTopicCreation = creating
        request.topics = topics.map { names in names.map { name in .with { $0.name = name } } }
        // In v0 an empty list means all topics, and there is no way to say none.
        if topics == [], connection.versions.highest(MetadataRequest.self) == 0 { request.topics = [] }
        do throws(KafkaClientError) {
            let view = ClusterView(try await connection.send(request))
            self.view = view
            return view
        } catch {
            forget(connection, after: error)
            throw error
        }
    }

    /// The connection for a target; opened if there is none.
    public func connection(to target: Target) async throws(KafkaClientError) -> KafkaConnection {
        switch target {
        case .any: return try await anyConnection()
        case .controller:
            let view = try await known()
            guard let controller = view.controller, let broker = view.broker(controller) else { return try await anyConnection() }
            return try await open(broker.address)
        case .node(let id):
            var broker = try await known().broker(id)
            if broker == nil { broker = try await cluster().broker(id) }
            guard let broker else { throw .refused(.brokerNotAvailable, about: "node \(id)", detail: nil) }
            return try await open(broker.address)
        }
    }

    /// Carries out `attempt` until it succeeds, fails for good, or the options' time is over. Before each further attempt what is known of
    /// the cluster is forgotten.
    public func retrying<Value: Sendable>(
        _ attempt: () async throws(KafkaClientError) -> Value
    ) async throws(KafkaClientError) -> Value {
        let deadline = ContinuousClock.now + options.retryTimeout
        while true {
            do throws(KafkaClientError) {
                return try await attempt()
            } catch {
                guard error.isRetriable, ContinuousClock.now < deadline else { throw error }
                // Nobody listens there: waiting half a minute would only hide it.
                if case .cannotConnect = error, view == nil { throw error }
                view = nil
                try await pause(options.retryBackoff)
            }
        }
    }

    /// A topic as it was last described, if that was not yet doubted.
    func knownTopic(_ name: String) -> ClusterView.Topic? {
        guard let topic = view?.topic(name), topic.error.isNone else { return nil }
        return topic
    }

    /// As ``knownTopic(_:)``, or asked for now.
    func recentTopic(_ name: String) async throws(KafkaClientError) -> ClusterView.Topic {
        if let topic = knownTopic(name) { return topic }
        return try await topic(name)
    }

    /// Makes the next request ask who leads.
    func doubtView() { view = nil }

    func pause(_ duration: Duration) async throws(KafkaClientError) {
        do {
            try await Task.sleep(for: duration)
        } catch {
            throw .invalid("cancelled")
        }
    }

    private func known() async throws(KafkaClientError) -> ClusterView {
        if let view { return view }
        return try await cluster()
    }

    private func anyConnection() async throws(KafkaClientError) -> KafkaConnection {
        let known = view?.brokers.map(\.address) ?? []
        var candidates = bootstrap
        for address in known where !candidates.contains(address) { candidates.append(address) }
        if let open = candidates.lazy.compactMap({ self.connections[$0] }).first { return open }
        var failure = KafkaClientError.invalid("no address to connect to was given")
        for address in candidates {
            do throws(KafkaClientError) {
                return try await open(address)
            } catch {
                failure = error
            }
        }
        throw failure
    }

    private func open(_ address: BrokerAddress) async throws(KafkaClientError) -> KafkaConnection {
        if let connection = connections[address] { return connection }
        let connection = try await KafkaConnection.connect(to: address, on: group, options: options)
        // While this one was made another task may have made one too.
        if let other = connections[address] {
            connection.close()
            return other
        }
        connections[address] = connection
        return connection
    }

    private func forget(_ connection: KafkaConnection, after error: KafkaClientError) {
        switch error {
        case .cannotConnect, .closed, .timedOut, .badAnswer:
            if connections[connection.address] === connection { connections[connection.address] = nil }
            connection.close()
            view = nil
        case .unwritable, .unsupported, .refused, .invalid: break
        }
    }
}
