import ClusterMetadata
import Environment
import KafkaMessages
import KafkaProtocol
import Replication

/// Describes topics to one client: what Metadata and DescribeTopicPartitions tell of a partition.
struct TopicDescriber {
    struct Partition {
        var error: ErrorCode
        var leader: Int32
        var epoch: Int32
        var replicas: [Int32]
        var inSync: [Int32]
        var offline: [Int32]
    }

    private let core: GatewayCore
    private let image: MetadataImage
    private let listener: String
    private let version: Int16
    private let operations: Bool

    /// - Parameter operations: whether the client asked what it may do.
    init(_ core: GatewayCore, _ request: Request, operations: Bool) {
        self.core = core
        self.image = core.metadata
        self.listener = request.connection.listener.rawValue
        self.version = request.version
        self.operations = operations
    }

    func describe(_ topic: TopicRecord) -> MetadataResponse.MetadataResponseTopic {
        .with {
            $0.name = topic.name
            $0.topicId = topic.id
            $0.isInternal = TopicName.isInternal(topic.name)
            if operations { $0.topicAuthorizedOperations = AuthorizedOperations.topic }
            $0.partitions = partitions(of: topic).enumerated().map { index, partition in
                .with {
                    $0.errorCode = partition.error
                    $0.partitionIndex = Int32(index)
                    $0.leaderId = partition.leader
                    $0.leaderEpoch = partition.epoch
                    $0.replicaNodes = partition.replicas
                    $0.isrNodes = partition.inSync
                    $0.offlineReplicas = partition.offline
                }
            }
        }
    }

    /// The partitions of a topic, or some of them, in order.
    func partitions(of topic: TopicRecord, _ range: Range<Int>? = nil) -> [Partition] {
        let partitions = topic.partitions[range ?? 0..<topic.partitions.count]
        let leaders = core.shared.leaders.leaders(of: partitions.lazy.map(\.group))
        return zip(partitions, leaders).map { partition, leader in describe(partition, leader) }
    }

    private func describe(_ partition: PartitionRecord, _ leader: LeaderTable.Leader?) -> Partition {
        let replicas = partition.replicas.map(\.rawValue)
        let offline = partition.replicas.filter { image.nodes[$0]?.endpoint(listener: listener) == nil }.map(\.rawValue)
        var described = Partition(
            error: .none, leader: -1, epoch: leader?.term.leaderEpoch ?? -1, replicas: replicas,
            inSync: replicas.filter { !offline.contains($0) }, offline: offline)
        if let leader, image.nodes[leader.node]?.endpoint(listener: listener) != nil {
            described.leader = leader.node.rawValue
        } else if leader == nil {
            described.error = .leaderNotAvailable
        } else {
            // The leader is there, but not on the listener that this client can reach (v6: told so).
            described.error = version >= 6 ? .listenerNotFound : .leaderNotAvailable
        }
        return described
    }
}
