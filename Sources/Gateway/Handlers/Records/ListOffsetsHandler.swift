import Environment
import KafkaMessages
import KafkaProtocol
import Storage

/// ListOffsets, v0-v11.
///
/// - v0: a list of at most N offsets, newest first, before a timestamp; Kafka 4 closes the connection there, we serve it for old clients.
/// - v1: one offset, with its timestamp. v2: isolation level. v4: leader epochs. v6: flexible.
/// - v7: -3, the record with the largest timestamp (KIP-734). v8: -4, the local log start (KIP-405). v9: -5, the last tiered offset (KIP-1005).
/// - v10: timeout. v11: -6, the earliest not yet tiered (KIP-1023).
enum ListOffsetsHandler: RequestHandler {
    static let versions: ClosedRange<Int16> = 0...11

    private struct Item: Sendable {
        var topic: String
        var index: Int32
        var timestamp: Int64
        var epoch: Int32
        var countMax: Int32
    }

    static func handle(_ message: ListOffsetsRequest, _ request: Request, on core: GatewayCore) {
        let version = request.version
        var times: [String: Int] = [:]
        let items = message.topics.flatMap { topic in
            topic.partitions.map { partition in
                times["\(topic.name) \(partition.partitionIndex)", default: 0] += 1
                return Item(
                    topic: topic.name, index: partition.partitionIndex, timestamp: partition.timestamp,
                    epoch: partition.currentLeaderEpoch, countMax: partition.maxNumOffsets)
            }
        }
        core.fanOut(items, partition: { ($0.topic, $0.index) }) { engine, group, item, done in
            look(engine, group, item, version, done)
        } done: { (outcomes: [PartitionOutcome<OffsetOutcome>]) in
            var next = outcomes.makeIterator()
            var response = ListOffsetsResponse()
            response.topics = message.topics.map { topic in
                .with {
                    $0.name = topic.name
                    $0.partitions = topic.partitions.map { partition in
                        let outcome = next.next() ?? .unknown(.unknownServerError)
                        let isRepeated = times["\(topic.name) \(partition.partitionIndex)", default: 0] > 1
                        return answer(partition, isRepeated ? .unknown(.invalidRequest) : outcome, version)
                    }
                }
            }
            request.respond(response)
        }
    }

    private static func look(
        _ engine: any StorageEngine, _ group: GroupID, _ item: Item, _ version: Int16,
        _ done: @escaping (Result<OffsetOutcome, StorageError>) -> Void
    ) {
        let kind: OffsetQuery.Kind
        switch item.timestamp {
        case -1: kind = .latest
        // Nothing is tiered: the local log is the whole log.
        case -2, -4: kind = .earliest
        case -3: kind = .maxTimestamp
        // The last tiered offset: there is none.
        case -5: return done(.success(OffsetOutcome(offset: -1, timestamp: -1, leaderEpoch: -1)))
        case -6: kind = .earliest
        case let timestamp: kind = .atOrAfter(timestamp: timestamp)
        }
        engine.offset(OffsetQuery(kind, currentLeaderEpoch: item.epoch >= 0 ? item.epoch : nil), in: group, done: done)
    }

    private static func answer(
        _ partition: ListOffsetsRequest.ListOffsetsPartition, _ outcome: PartitionOutcome<OffsetOutcome>, _ version: Int16
    ) -> ListOffsetsResponse.ListOffsetsPartitionResponse {
        .with {
            $0.partitionIndex = partition.partitionIndex
            guard isServed(partition.timestamp, version) else {
                $0.errorCode = .unsupportedVersion
                return
            }
            guard case .success(let found) = outcome else {
                $0.errorCode = outcome.code
                return
            }
            $0.timestamp = found.timestamp
            $0.offset = found.offset
            $0.leaderEpoch = found.leaderEpoch
            // v0 asks for a list; we give the one offset that answers.
            if version == 0, found.offset >= 0, partition.maxNumOffsets > 0 { $0.oldStyleOffsets = [found.offset] }
        }
    }

    /// Special timestamps came one by one; a client that sends one too early is told so.
    private static func isServed(_ timestamp: Int64, _ version: Int16) -> Bool {
        switch timestamp {
        case -3: version >= 7
        case -4: version >= 8
        case -5: version >= 9
        case -6: version >= 11
        case ..<(-6): false
        default: true
        }
    }
}
