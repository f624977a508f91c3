import KafkaClient
import KafkaMessages
import KafkaProtocol
import NIOCore
import NIOPosix

/// A worker's connections, one to each leader, and what it knows of a topic's leaders. Heals itself: a lost connection is opened again, leaders
/// are asked for again when one refuses. Confined to its loop.
final class Links {
    private enum Link {
        case opening
        case open(RequestPipe)
        /// Failed; not tried again before the deadline.
        case broken(until: NIODeadline)
    }

    private static let pause: TimeAmount = .milliseconds(50)

    let loop: any EventLoop
    private let options: ClientOptions
    private let bootstrap: [BrokerAddress]
    private let topicName: String
    private var links: [BrokerAddress: Link] = [:]
    private var brokers: [Int32: BrokerAddress]
    private var leaders: [Int32: Int32] = [:]
    private(set) var topicID: KafkaUUID
    private var isRefreshing = false
    private var isStopped = false
    /// Called when what was impossible may be possible now.
    var changed: () -> Void = {}
    /// The last thing that went wrong.
    private(set) var lastFailure: KafkaClientError?

    init(
        loop: any EventLoop, options: ClientOptions, bootstrap: [BrokerAddress], view: ClusterView, topic: ClusterView.Topic
    ) {
        self.loop = loop
        self.options = options
        self.bootstrap = bootstrap
        topicName = topic.name
        topicID = topic.id
        brokers = Dictionary(view.brokers.map { ($0.id, $0.address) }) { first, _ in first }
        note(topic)
    }

    /// The node that leads a partition, if one is known.
    func leader(of partition: Int32) -> Int32? { leaders[partition] }

    /// The connection to a partition's leader. Nil if there is none at the moment; ``changed`` is called when there may be.
    func pipe(for partition: Int32) -> RequestPipe? {
        guard let leader = leaders[partition], let address = brokers[leader] else {
            refresh()
            return nil
        }
        return pipe(to: address)
    }

    /// Asks for the topic's leaders again.
    func refresh() {
        guard !isRefreshing, !isStopped else { return }
        isRefreshing = true
        loop.assumeIsolated().scheduleTask(in: Self.pause) { self.ask() }
    }

    /// Closes everything.
    func stop() {
        isStopped = true
        for case .open(let pipe) in links.values { pipe.close() }
        links = [:]
    }

    private func pipe(to address: BrokerAddress) -> RequestPipe? {
        switch links[address] {
        case .open(let pipe) where pipe.isOpen: return pipe
        case .opening: return nil
        case .broken(let until) where until > .now(): return nil
        case .open, .broken, nil:
            connect(to: address)
            return nil
        }
    }

    private func connect(to address: BrokerAddress) {
        guard !isStopped else { return }
        links[address] = .opening
        PipeConnector.connect(to: address, on: loop, options: options).assumeIsolated().whenComplete { result in
            switch result {
            case .success(let bound):
                let pipe = bound.value
                if self.isStopped { return pipe.close() }
                self.links[address] = .open(pipe)
                pipe.closed = { self.broke(address) }
                self.changed()
            case .failure(let error):
                self.lastFailure = error as? KafkaClientError ?? .cannotConnect(to: "\(address)", reason: "\(error)")
                self.broke(address)
            }
        }
    }

    private func broke(_ address: BrokerAddress) {
        guard !isStopped else { return }
        links[address] = .broken(until: .now() + Self.pause)
        refresh()
    }

    private func ask() {
        isRefreshing = false
        let known = bootstrap + brokers.sorted { $0.key < $1.key }.map(\.value).filter { !bootstrap.contains($0) }
        // The first that has a connection; each call opens what is missing for the next time.
        guard let pipe = known.lazy.compactMap({ self.pipe(to: $0) }).first, let version = pipe.versions?.highest(MetadataRequest.self)
        else { return refresh() }
        let request = MetadataRequest.with {
            $0.topics = [.with { $0.name = topicName }]
            $0.allowAutoTopicCreation = false
        }
        isRefreshing = true
        pipe.send(request, version: version) { result in
            self.isRefreshing = false
            switch result {
            case .success(let response):
                let view = ClusterView(response)
                for broker in view.brokers { self.brokers[broker.id] = broker.address }
                if let topic = view.topic(self.topicName) { self.note(topic) }
                self.changed()
            case .failure(let error):
                self.lastFailure = error
                self.refresh()
            }
        }
    }

    private func note(_ topic: ClusterView.Topic) {
        topicID = topic.id
        for partition in topic.partitions { leaders[partition.index] = partition.leader >= 0 ? partition.leader : nil }
    }
}
