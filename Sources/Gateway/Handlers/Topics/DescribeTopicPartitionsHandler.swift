import ClusterMetadata
import Environment
import KafkaMessages
import KafkaProtocol

/// DescribeTopicPartitions, v0 (KIP-966): topics in order of name, so many partitions at a time; the cursor of an answer says where the next
/// one begins.
enum DescribeTopicPartitionsHandler: RequestHandler {
    static let versions: ClosedRange<Int16> = 0...0

    private typealias Topic = DescribeTopicPartitionsResponse.DescribeTopicPartitionsResponseTopic

    static func handle(_ message: DescribeTopicPartitionsRequest, _ request: Request, on core: GatewayCore) {
        let image = core.metadata
        let asked = Set(message.topics.map(\.name)).sorted()
        if let cursor = message.cursor, cursor.partitionIndex < 0 || !(asked.isEmpty || asked.contains(cursor.topicName)) {
            return refuse(message, request)
        }
        let names = asked.isEmpty ? image.topicNamesInOrder : asked
        let describer = TopicDescriber(core, request, operations: true)
        var left = max(1, min(Int(message.responsePartitionLimit), core.shared.limits.metadata.describedPartitionsMax))
        var response = DescribeTopicPartitionsResponse()
        for name in names where message.cursor.map({ name >= $0.topicName }) ?? true {
            let first = message.cursor.flatMap { $0.topicName == name ? Int($0.partitionIndex) : nil } ?? 0
            guard left > 0 else {
                response.nextCursor = cursor(name, first)
                break
            }
            guard let topic = image.topics[name] else {
                response.topics.append(unknown(name))
                continue
            }
            let range = min(first, topic.partitions.count)..<min(first + left, topic.partitions.count)
            response.topics.append(describe(topic, describer, range))
            left -= range.count
            guard range.upperBound == topic.partitions.count else {
                response.nextCursor = cursor(name, range.upperBound)
                break
            }
        }
        request.respond(response)
    }

    private static func cursor(_ name: String, _ partition: Int) -> DescribeTopicPartitionsResponse.Cursor {
        .with {
            $0.topicName = name
            $0.partitionIndex = Int32(clamping: partition)
        }
    }

    private static func describe(_ topic: TopicRecord, _ describer: TopicDescriber, _ range: Range<Int>) -> Topic {
        .with {
            $0.name = topic.name
            $0.topicId = topic.id
            $0.isInternal = TopicName.isInternal(topic.name)
            $0.topicAuthorizedOperations = AuthorizedOperations.topic
            $0.partitions = zip(range, describer.partitions(of: topic, range)).map { index, partition in
                .with {
                    $0.errorCode = partition.error
                    $0.partitionIndex = Int32(index)
                    $0.leaderId = partition.leader
                    $0.leaderEpoch = partition.epoch
                    $0.replicaNodes = partition.replicas
                    $0.isrNodes = partition.inSync
                    // Raft elects complete replicas only: there are no others to tell of.
                    $0.eligibleLeaderReplicas = []
                    $0.lastKnownElr = []
                    $0.offlineReplicas = partition.offline
                }
            }
        }
    }

    private static func unknown(_ name: String) -> Topic {
        .with {
            $0.name = name
            $0.errorCode = TopicName.problem(name) == nil ? .unknownTopicOrPartition : .invalidTopic
            $0.topicAuthorizedOperations = AuthorizedOperations.topic
        }
    }

    private static func refuse(_ message: DescribeTopicPartitionsRequest, _ request: Request) {
        request.respond(
            DescribeTopicPartitionsResponse.with {
                $0.topics = message.topics.map { topic in
                    .with {
                        $0.name = topic.name
                        $0.errorCode = .invalidRequest
                    }
                }
            })
    }
}
