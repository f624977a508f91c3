import KafkaMessages
import KafkaProtocol
import Storage

/// DescribeProducers, v0: the idempotent producers that partitions know (KIP-664).
enum DescribeProducersHandler: RequestHandler {
    static let versions: ClosedRange<Int16> = 0...0

    private struct Item: Sendable {
        var topic: String
        var index: Int32
    }

    static func handle(_ message: DescribeProducersRequest, _ request: Request, on core: GatewayCore) {
        let items = message.topics.flatMap { topic in topic.partitionIndexes.map { Item(topic: topic.name, index: $0) } }
        core.fanOut(items, partition: { ($0.topic, $0.index) }) { engine, group, _, done in
            engine.producers(in: group, done: done)
        } done: { (outcomes: [PartitionOutcome<[ProducerSummary]>]) in
            var next = outcomes.makeIterator()
            var response = DescribeProducersResponse()
            response.topics = message.topics.map { topic in
                .with {
                    $0.name = topic.name
                    $0.partitions = topic.partitionIndexes.map { index in
                        let outcome = next.next() ?? .unknown(.unknownServerError)
                        return answer(index, outcome)
                    }
                }
            }
            request.respond(response)
        }
    }

    private static func answer(
        _ index: Int32, _ outcome: PartitionOutcome<[ProducerSummary]>
    ) -> DescribeProducersResponse.PartitionResponse {
        .with {
            $0.partitionIndex = index
            $0.errorCode = outcome.code
            guard case .success(let producers) = outcome else { return }
            $0.activeProducers = producers.map { producer in
                .with {
                    $0.producerId = producer.producerID
                    $0.producerEpoch = Int32(producer.epoch)
                    $0.lastSequence = producer.lastSequence
                    $0.lastTimestamp = producer.lastTimestamp
                    $0.coordinatorEpoch = -1
                }
            }
        }
    }
}
