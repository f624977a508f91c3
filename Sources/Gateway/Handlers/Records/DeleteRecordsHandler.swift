import ClusterMetadata
import KafkaMessages
import KafkaProtocol
import Storage

/// DeleteRecords, v0-v2: moves log starts (KIP-107). Answers when the move is committed.
///
/// - v2: flexible.
enum DeleteRecordsHandler: RequestHandler {
    static let versions: ClosedRange<Int16> = 0...2

    private struct Item: Sendable {
        var topic: String
        var index: Int32
        var offset: Int64
    }

    static func handle(_ message: DeleteRecordsRequest, _ request: Request, on core: GatewayCore) {
        let items = message.topics.flatMap { topic in
            topic.partitions.map { Item(topic: topic.name, index: $0.partitionIndex, offset: $0.offset) }
        }
        // What is compacted only is kept for its keys: moving its start would lose the newest value of some.
        let refuse = { (topic: TopicRecord) in core.policy(of: topic).settings.cleanup == .compact ? ErrorCode.policyViolation : nil }
        core.fanOut(items, partition: { ($0.topic, $0.index) }, refuse: refuse) { engine, group, item, done in
            engine.deleteRecords(before: item.offset, in: group, done: done)
        } done: { (outcomes: [PartitionOutcome<Int64>]) in
            var next = outcomes.makeIterator()
            var response = DeleteRecordsResponse()
            response.topics = message.topics.map { topic in
                .with {
                    $0.name = topic.name
                    $0.partitions = topic.partitions.map { partition in
                        let outcome = next.next() ?? .unknown(.unknownServerError)
                        return .with {
                            $0.partitionIndex = partition.partitionIndex
                            $0.errorCode = outcome.code
                            $0.lowWatermark = -1
                            if case .success(let start) = outcome { $0.lowWatermark = start }
                        }
                    }
                }
            }
            request.respond(response)
        }
    }
}
