public import Environment
public import HashTreeCollections
public import KafkaProtocol

/// What the cluster has agreed on: a cache of the metadata group's log, rebuilt from its checkpoint and the entries after it. Only
/// ``replay(_:)`` changes it. Copies share structure, so one is published to every core at each change.
public struct MetadataImage: Sendable {
    /// Zero until the cluster was formed.
    public internal(set) var clusterID = KafkaUUID.zero
    public internal(set) var nodes: [NodeID: NodeRecord] = [:]
    public internal(set) var topics = TreeDictionary<String, TopicRecord>()
    public internal(set) var topicNames = TreeDictionary<KafkaUUID, String>()
    /// How many topics have each collision key (``TopicName/collisionKey(_:)``).
    public internal(set) var collisions = TreeDictionary<String, Int>()
    /// Dynamic broker settings; the key -1 is the cluster-wide default.
    public internal(set) var brokerConfigs: [NodeID: [String: String]] = [:]
    /// Settings of single consumer groups (KIP-848); groups without any do not stand here.
    public internal(set) var groupConfigs = TreeDictionary<String, [String: String]>()
    public internal(set) var nextGroup = GroupID.firstPartition
    /// 0 is never given out: tools and logs read it as none.
    public internal(set) var nextProducerID: Int64 = 1
    public internal(set) var partitionCount = 0
    /// Counts changes; lets a core see cheaply whether its copy is the newest.
    public internal(set) var version: UInt64 = 0

    public init() {}

    /// The node under whose name cluster-wide broker settings stand.
    public static let clusterDefaults = NodeID(-1)

    public func topic(id: KafkaUUID) -> TopicRecord? { topicNames[id].flatMap { topics[$0] } }

    public func partition(_ topic: String, _ index: Int32) -> PartitionRecord? {
        guard index >= 0, let record = topics[topic], Int(index) < record.partitions.count else { return nil }
        return record.partitions[Int(index)]
    }

    /// All nodes in order of id.
    public var nodesInOrder: [NodeRecord] { nodes.values.sorted { $0.id < $1.id } }

    /// All topic names in order of bytes.
    public var topicNamesInOrder: [String] { topics.keys.sorted() }
}
