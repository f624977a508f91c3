import Environment
import KafkaProtocol

extension MetadataImage {
    /// Applies a committed command. Total: what no longer fits (a topic deleted in between) changes nothing.
    public mutating func replay(_ command: MetadataCommand) {
        version += 1
        switch command {
        case .formCluster(let id):
            if clusterID == .zero { clusterID = id }
        case .registerNode(let node):
            nodes[node.id] = node
        case .createTopic(let topic):
            insert(topic)
        case .deleteTopic(let id):
            remove(id)
        case .addPartitions(let id, let partitions):
            extend(id, with: partitions)
        case .setTopicConfigs(let id, let changes):
            guard let name = topicNames[id], var topic = topics[name] else { return }
            Self.apply(changes, to: &topic.configs)
            topics[name] = topic
        case .setBrokerConfigs(let node, let changes):
            var configs = brokerConfigs[node] ?? [:]
            Self.apply(changes, to: &configs)
            brokerConfigs[node] = configs.isEmpty ? nil : configs
        case .setGroupConfigs(let group, let changes):
            var configs = groupConfigs[group] ?? [:]
            Self.apply(changes, to: &configs)
            groupConfigs[group] = configs.isEmpty ? nil : configs
        case .allocateProducerIDs(_, let next):
            nextProducerID = max(nextProducerID, next)
        }
    }

    private mutating func insert(_ topic: TopicRecord) {
        guard topics[topic.name] == nil, topicNames[topic.id] == nil else { return }
        topics[topic.name] = topic
        topicNames[topic.id] = topic.name
        collisions[TopicName.collisionKey(topic.name), default: 0] += 1
        count(topic.partitions)
    }

    private mutating func remove(_ id: KafkaUUID) {
        guard let name = topicNames.removeValue(forKey: id), let topic = topics.removeValue(forKey: name) else { return }
        let key = TopicName.collisionKey(name)
        let left = collisions[key, default: 1] - 1
        collisions[key] = left == 0 ? nil : left
        partitionCount -= topic.partitions.count
    }

    private mutating func extend(_ id: KafkaUUID, with partitions: [PartitionRecord]) {
        guard let name = topicNames[id], var topic = topics[name] else { return }
        topic.partitions += partitions
        topics[name] = topic
        count(partitions)
    }

    private mutating func count(_ partitions: [PartitionRecord]) {
        partitionCount += partitions.count
        for partition in partitions where partition.group >= nextGroup {
            nextGroup = GroupID(partition.group.rawValue + 1)
        }
    }

    private static func apply(_ changes: [ConfigChange], to configs: inout [String: String]) {
        for change in changes { configs[change.name] = change.value }
    }
}
