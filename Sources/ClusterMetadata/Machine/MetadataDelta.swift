public import Environment
public import KafkaProtocol

/// What a run of commands changed, for those who act on it: the cores that own partitions.
public struct MetadataDelta: Sendable {
    public struct Created: Sendable {
        public var topic: KafkaUUID
        public var name: String
        public var index: Int32
        public var record: PartitionRecord
    }

    public var created: [Created] = []
    public var removed: [GroupID] = []
    /// Topics whose settings changed.
    public var topicsConfigured: Set<KafkaUUID> = []
    /// Broker settings changed: every topic may resolve to others.
    public var brokersConfigured = false
    public var nodesChanged = false

    public init() {}

    public var isEmpty: Bool {
        created.isEmpty && removed.isEmpty && topicsConfigured.isEmpty && !brokersConfigured && !nodesChanged
    }

    /// Notes what `command` will change in `image`, before it is replayed.
    mutating func note(_ command: MetadataCommand, before image: MetadataImage) {
        switch command {
        case .formCluster, .allocateProducerIDs, .setGroupConfigs: break
        case .registerNode: nodesChanged = true
        case .createTopic(let topic):
            guard image.topics[topic.name] == nil, image.topicNames[topic.id] == nil else { return }
            note(topic.partitions, of: topic, from: 0)
        case .deleteTopic(let id):
            guard let topic = image.topic(id: id) else { return }
            removed += topic.partitions.map(\.group)
            created.removeAll { $0.topic == id }
        case .addPartitions(let id, let partitions):
            guard let topic = image.topic(id: id) else { return }
            note(partitions, of: topic, from: topic.partitions.count)
        case .setTopicConfigs(let id, _): topicsConfigured.insert(id)
        case .setBrokerConfigs: brokersConfigured = true
        }
    }

    private mutating func note(_ partitions: [PartitionRecord], of topic: TopicRecord, from first: Int) {
        for (position, record) in partitions.enumerated() {
            created.append(Created(topic: topic.id, name: topic.name, index: Int32(first + position), record: record))
        }
    }
}
