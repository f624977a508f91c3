import KafkaMessages
import KafkaProtocol
import Storage

/// OffsetForLeaderEpoch, v0-v4: where the records of a leader epoch end (KIP-101, KIP-320).
///
/// - v1: the epoch answered. v2: the client's idea of the current epoch. v3: consumers may ask. v4: flexible.
enum OffsetForLeaderEpochHandler: RequestHandler {
    static let versions: ClosedRange<Int16> = 0...4

    private struct Item: Sendable {
        var topic: String
        var index: Int32
        var epoch: Int32
        var currentEpoch: Int32
    }

    static func handle(_ message: OffsetForLeaderEpochRequest, _ request: Request, on core: GatewayCore) {
        let items = message.topics.flatMap { topic in
            topic.partitions.map {
                Item(topic: topic.topic, index: $0.partition, epoch: $0.leaderEpoch, currentEpoch: $0.currentLeaderEpoch)
            }
        }
        core.fanOut(items, partition: { ($0.topic, $0.index) }) { engine, group, item, done in
            let current = item.currentEpoch >= 0 ? item.currentEpoch : nil
            engine.offset(OffsetQuery(.endOfEpoch(item.epoch), currentLeaderEpoch: current), in: group, done: done)
        } done: { (outcomes: [PartitionOutcome<OffsetOutcome>]) in
            var next = outcomes.makeIterator()
            var response = OffsetForLeaderEpochResponse()
            response.topics = message.topics.map { topic in
                .with {
                    $0.topic = topic.topic
                    $0.partitions = topic.partitions.map { partition in
                        let outcome = next.next() ?? .unknown(.unknownServerError)
                        return .with {
                            $0.partition = partition.partition
                            $0.errorCode = outcome.code
                            guard case .success(let found) = outcome else { return }
                            $0.leaderEpoch = found.leaderEpoch
                            $0.endOffset = found.offset
                        }
                    }
                }
            }
            request.respond(response)
        }
    }
}
