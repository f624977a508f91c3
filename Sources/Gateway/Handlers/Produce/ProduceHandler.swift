import ClusterMetadata
import Environment
import KafkaMessages
import KafkaProtocol
import KafkaRecords
import NIOCore
import Storage

/// Produce, v0-v13.
///
/// - v0-v2: message sets of magic 0 and 1 as well as batches; Kafka 4 closes the connection there, we serve them for old clients.
/// - v3: transactional id; only magic 2.
/// - v7: zstd.
/// - v8: error message and the records at fault (KIP-467).
/// - v9: flexible.
/// - v10: the current leader and its address when the node asked is not it (KIP-951).
/// - v12: transactions v2 (KIP-890).
/// - v13: topic ids.
///
/// A partition that stands twice in a request is appended twice, in order, and answered twice; Kafka keeps the later batch alone. acks=1 is served as acks=all: an acknowledged record is committed. acks=0 has no answer; an error closes the connection, as in Kafka.
enum ProduceHandler: RequestHandler {
    static let versions: ClosedRange<Int16> = 0...13

    static func handle(_ message: ProduceRequest, _ request: Request, on core: GatewayCore) {
        guard (-1...1).contains(message.acks) else {
            return PendingProduce(message, request, core).fail(.invalidRequiredAcks)
        }
        // Transactions are not served yet: InitProducerId has said so; a client that comes here all the same is told again. Without a transactional
        // id, records of a transaction are refused as in Kafka: nobody would ever end it.
        guard message.transactionalId == nil, !hasTransactionalRecords(message) else {
            return PendingProduce(message, request, core).fail(.transactionalIdAuthorizationFailed)
        }
        PendingProduce(message, request, core).start()
    }

    private static func hasTransactionalRecords(_ message: ProduceRequest) -> Bool {
        message.topicData.contains { topic in
            topic.partitionData.contains { $0.records?.buffer.map(RecordBatchHeader.isTransactional(peeking:)) ?? false }
        }
    }
}
