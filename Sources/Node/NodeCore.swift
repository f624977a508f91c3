import ClusterMetadata
public import Environment
public import Gateway
import KafkaProtocol
import Raft
public import Replication
public import Storage

/// One core of a node: its Raft groups, its partitions, its connections. Confined to its core.
public final class NodeCore: CoreBody {
    public let index: Int
    let node: Node
    public let replication: ReplicationCore
    public let gateway: GatewayCore
    public let engine = EmbeddedEngine()
    var hasLookedForLeftovers = false
    /// Topics of which the log has been told that they are not compacted.
    private var warnedOfCompaction: Set<KafkaUUID> = []
    private var nextUpkeep: Instant
    private var tailShare = 0

    /// How often retention, expiry and files to be removed are looked at. Kafka's 5 minutes let a topic grow far beyond what it was given.
    private static let upkeepInterval: Duration = .seconds(10)

    init(_ index: Int, of node: Node) throws(StartError) {
        self.index = index
        self.node = node
        nextUpkeep = node.environment.clock.now + Self.upkeepInterval
        replication = ReplicationCore(
            index: index, voter: node.identity.voter, environment: node.environment, inbox: node.replicationInboxes[index],
            journal: node.journal, peers: node.peers, leaders: node.gateway.leaders, limits: node.configuration.limits,
            mutant: node.configuration.mutant)
        gateway = GatewayCore(index: index, shared: node.gateway, engine: engine, budget: node.budget)
        if index == GatewayShared.owner(of: .metadata, cores: node.environment.cores.coreCount) {
            try openMetadata()
        }
        try openPartitions(of: node.metadataCheckpoint?.image ?? MetadataImage())
        shareTail()
    }

    public func turn(at now: Instant) -> Instant? {
        node.inboxes[index].drain(for: self)
        gateway.beginTurn(at: now)
        let replicationNext = replication.turn(at: now)
        let gatewayNext = gateway.endTurn(at: now)
        upkeep(at: now)
        return [replicationNext, gatewayNext, nextUpkeep].compactMap { $0 }.min()
    }

    // MARK: - Upkeep

    private func upkeep(at now: Instant) {
        guard now >= nextUpkeep else { return }
        nextUpkeep = now + Self.upkeepInterval
        let wall = node.environment.clock.wallTime
        let image = gateway.metadata
        discardLeftovers(image)
        let expiration =
            image.brokerValue("producer.id.expiration.ms", node: node.configuration.id, staticConfigs: node.configuration.settings)
            .flatMap { Int64($0) } ?? 86_400_000
        var withFiles: [GroupID] = []
        for partition in engine.all {
            partition.retain(at: wall, producerExpiration: expiration)
            if partition.hasFilesToRemove { withFiles.append(partition.group) }
        }
        if !withFiles.isEmpty { replication.checkpoint(withFiles, always: true) }
    }

    /// Divides what the node may keep of the newest records among this core's partitions.
    func shareTail() {
        let limits = node.configuration.limits.recordLog
        let share = limits.nodeTailBytesMax / node.environment.cores.coreCount / max(1, engine.count)
        guard share != tailShare else { return }
        tailShare = share
        for partition in engine.all { partition.limitTail(to: min(limits.tailBytesMax, share)) }
    }

    // MARK: - Metadata

    /// The metadata changed: partitions that this core owns come, go, or have other settings.
    func apply(_ delta: MetadataDelta, _ image: MetadataImage, at now: Instant) {
        for group in delta.removed where owns(group) {
            engine.remove(group)
            guard replication.replica(group) != nil else {
                // Made and deleted before it was ever opened here; the journal may have it from an earlier life.
                discard(group)
                continue
            }
            replication.remove(group, at: now)
        }
        for created in delta.created where owns(created.record.group) && created.record.replicas.contains(node.configuration.id) {
            do throws(StartError) {
                try openPartition(created.record, of: created.name, image)
            } catch {
                node.environment.crash("partition \(created.name)-\(created.index): \(error)")
            }
            if created.index == 0, let topic = image.topics[created.name] { warnOfCompaction(topic, image) }
        }
        shareTail()
        guard delta.brokersConfigured || !delta.topicsConfigured.isEmpty else { return }
        for topic in image.topics.values where delta.brokersConfigured || delta.topicsConfigured.contains(topic.id) {
            let settings = partitionSettings(topic, image)
            for partition in topic.partitions { engine.partition(partition.group)?.configure(settings) }
            warnOfCompaction(topic, image)
        }
    }

    /// Says once per topic, on the core of its first partition, that compaction is not carried out.
    func warnOfCompaction(_ topic: TopicRecord, _ image: MetadataImage) {
        guard let first = topic.partitions.first, owns(first.group) else { return }
        let settings = image.settings(of: topic, node: node.configuration.id, staticConfigs: node.configuration.settings)
        guard settings.cleanup != .delete, warnedOfCompaction.insert(topic.id).inserted else { return }
        node.environment.log(
            .warning,
            "topic \(topic.name) has cleanup.policy=compact; Martlet does not compact yet"
                + (settings.cleanup == .compact ? ": the topic keeps everything" : ": only its retention counts"))
    }

    func owns(_ group: GroupID) -> Bool { node.gateway.owner(of: group) == index }
}
