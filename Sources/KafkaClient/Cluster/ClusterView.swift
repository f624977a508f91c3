public import KafkaMessages
public import KafkaProtocol

/// A cluster as one of its nodes described it.
public struct ClusterView: Sendable {
    public struct Broker: Hashable, Sendable {
        public var id: Int32
        public var address: BrokerAddress
        public var rack: String?
    }

    public struct Partition: Hashable, Sendable {
        public var index: Int32
        public var error: ErrorCode
        /// -1: there is none at the moment.
        public var leader: Int32
        /// -1: the node is too old to tell.
        public var leaderEpoch: Int32
        public var replicas: [Int32]
        public var inSync: [Int32]
        public var offline: [Int32]
    }

    public struct Topic: Hashable, Sendable {
        public var name: String
        /// Zero: the node is too old to tell.
        public var id: KafkaUUID
        public var error: ErrorCode
        public var isInternal: Bool
        /// By index.
        public var partitions: [Partition]

        /// Whether every partition has a leader.
        public var isReady: Bool { error.isNone && !partitions.isEmpty && partitions.allSatisfy { $0.leader >= 0 } }
    }

    public var clusterID: String?
    /// By id.
    public var brokers: [Broker]
    /// The node that takes administrative requests; nil if there is none at the moment.
    public var controller: Int32?
    /// By name.
    public var topics: [Topic]

    public init(_ response: MetadataResponse) {
        clusterID = response.clusterId
        brokers = response.brokers.map {
            Broker(id: $0.nodeId, address: BrokerAddress(host: $0.host, port: Int($0.port)), rack: $0.rack)
        }.sorted { $0.id < $1.id }
        controller = response.controllerId >= 0 ? response.controllerId : nil
        topics = response.topics.map { topic in
            Topic(
                name: topic.name ?? "", id: topic.topicId, error: topic.errorCode, isInternal: topic.isInternal,
                partitions: topic.partitions.map { partition in
                    Partition(
                        index: partition.partitionIndex, error: partition.errorCode, leader: partition.leaderId,
                        leaderEpoch: partition.leaderEpoch, replicas: partition.replicaNodes, inSync: partition.isrNodes,
                        offline: partition.offlineReplicas)
                }.sorted { $0.index < $1.index })
        }.sorted { $0.name < $1.name }
    }

    public func broker(_ id: Int32) -> Broker? { brokers.first { $0.id == id } }

    public func topic(_ name: String) -> Topic? { topics.first { $0.name == name } }
}
