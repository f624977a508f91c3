public import Environment
public import KafkaProtocol

/// A topic as somebody wants it.
public struct NewTopic: Sendable {
    public var name: String
    /// Drawn by chance by whoever asks, so that the decision needs no chance.
    public var id: KafkaUUID
    /// -1: the cluster's default.
    public var partitions: Int32
    /// -1: the cluster's default.
    public var replicationFactor: Int16
    /// Empty: placed by ``ReplicaPlacement``.
    public var assignments: [ManualAssignment]
    public var configs: [ConfigChange]

    public init(
        name: String, id: KafkaUUID, partitions: Int32 = -1, replicationFactor: Int16 = -1, assignments: [ManualAssignment] = [],
        configs: [ConfigChange] = []
    ) {
        self.name = name
        self.id = id
        self.partitions = partitions
        self.replicationFactor = replicationFactor
        self.assignments = assignments
        self.configs = configs
    }
}

/// A partition's replicas, chosen by hand; the first is the preferred leader.
public struct ManualAssignment: Hashable, Sendable {
    public var partition: Int32
    public var replicas: [NodeID]

    public init(partition: Int32, replicas: [NodeID]) {
        self.partition = partition
        self.replicas = replicas
    }
}

/// What a new topic gets that does not say.
public struct TopicDefaults: Hashable, Sendable {
    /// `num.partitions`
    public var partitions: Int32
    /// `default.replication.factor`
    public var replicationFactor: Int16

    public init(partitions: Int32, replicationFactor: Int16) {
        self.partitions = partitions
        self.replicationFactor = replicationFactor
    }
}
