public import Environment
public import KafkaProtocol

/// One entry of the metadata group's log. Decided by the leader against its image, validated before it is proposed; replayed by everybody
/// without further conditions but those that keep replay total (a topic deleted meanwhile is no error).
public enum MetadataCommand: Sendable {
    case formCluster(id: KafkaUUID)
    case registerNode(NodeRecord)
    case createTopic(TopicRecord)
    case deleteTopic(id: KafkaUUID)
    case addPartitions(topic: KafkaUUID, [PartitionRecord])
    /// nil removes a setting.
    case setTopicConfigs(topic: KafkaUUID, [ConfigChange])
    /// `node` is a node, or ``MetadataImage/clusterDefaults``.
    case setBrokerConfigs(node: NodeID, [ConfigChange])
    /// nil removes a setting; a group without settings has no entry.
    case setGroupConfigs(group: String, [ConfigChange])
    /// Producer ids below `next` are given out, the newest block to `node`.
    case allocateProducerIDs(node: NodeID, next: Int64)
}

public struct ConfigChange: Hashable, Sendable {
    public var name: String
    public var value: String?

    public init(name: String, value: String?) {
        self.name = name
        self.value = value
    }
}
