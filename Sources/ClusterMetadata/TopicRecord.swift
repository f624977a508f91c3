public import Environment
public import KafkaProtocol

/// A topic. Its name is one that ``TopicName/validate(_:)`` accepts, so it is ASCII and two equal names are equal bytes.
public struct TopicRecord: Sendable {
    public var name: String
    public var id: KafkaUUID
    /// In order of partition index, from 0, without gaps.
    public var partitions: [PartitionRecord]
    /// What was set for this topic, Kafka's names, as text that was validated.
    public var configs: [String: String]

    public init(name: String, id: KafkaUUID, partitions: [PartitionRecord], configs: [String: String]) {
        self.name = name
        self.id = id
        self.partitions = partitions
        self.configs = configs
    }
}

public struct PartitionRecord: Hashable, Sendable {
    /// The Raft group that replicates it; never used again after the topic is deleted.
    public var group: GroupID
    /// The voters' nodes in placement order: the first is the preferred leader.
    public var replicas: [NodeID]

    public init(group: GroupID, replicas: [NodeID]) {
        self.group = group
        self.replicas = replicas
    }
}
