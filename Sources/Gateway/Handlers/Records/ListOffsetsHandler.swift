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
///
/// A partition asked for twice is answered once, as INVALID_REQUEST. An isolation level that does not exist is UNKNOWN_SERVER_ERROR, as in Kafka.
enum ListOffsetsHandler: RequestHandler {
    static let versions: ClosedRange<Int16> = 0...11

    private struct Item: Sendable {
        var topic: String
        var index: Int32
        var timestamp: Int64
        var epoch: Int32
        var countMax: Int32

        var place: Place { Place(topic: topic, index: index) }
    }

    private struct Place: Hashable {
        var topic: String
        var index: Int32
    }

    static func handle(_ message: ListOffsetsRequest, _ request: Request, on core: GatewayCore) {
        let version = request.version
        let isolation = message.isolationLevel
        let (items, repeated) = partitions(of: message)
        core.fanOut(items, partition: { ($0.topic, $0.index) }) { engine, group, item, done in
            look(engine, group, item, done)
        } done: { (outcomes: [PartitionOutcome<OffsetOutcome>]) in
            var response = ListOffsetsResponse()
            for (item, outcome) in zip(items, outcomes) {
                if response.topics.last?.name != item.topic { response.topics.append(.with { $0.name = item.topic }) }
                var outcome = outcome
                if case .success = outcome, !(0...1).contains(isolation) { outcome = .unknown(.unknownServerError) }
                if repeated.contains(item.place) { outcome = .unknown(.invalidRequest) }
                response.topics[response.topics.count - 1].partitions.append(answer(item, outcome, version))
            }
            request.respond(response)
        }
    }

    /// The partitions in the order asked, each once, and which of them were asked for more than once.
    private static func partitions(of message: ListOffsetsRequest) -> ([Item], repeated: Set<Place>) {
        var seen: Set<Place> = []
        var repeated: Set<Place> = []
        var items: [Item] = []
        for topic in message.topics {
            for partition in topic.partitions {
                let item = Item(
                    topic: topic.name, index: partition.partitionIndex, timestamp: partition.timestamp,
                    epoch: partition.currentLeaderEpoch, countMax: partition.maxNumOffsets)
                if seen.insert(item.place).inserted { items.append(item) } else { repeated.insert(item.place) }
            }
        }
        return (items, repeated)
    }

    private static func look(
        _ engine: any StorageEngine, _ group: GroupID, _ item: Item, _ done: @escaping (Result<OffsetOutcome, StorageError>) -> Void
    ) {
        let kind: OffsetQuery.Kind =
            switch item.timestamp {
            case -1: .latest
            // Nothing is tiered: the local log is the whole log.
            case -2, -4, -5, -6: .earliest
            case -3: .maxTimestamp
            case let timestamp: .atOrAfter(timestamp: timestamp)
            }
        // Unlike Fetch, only -1 means that the client knows no epoch; any other is compared.
        engine.offset(OffsetQuery(kind, currentLeaderEpoch: item.epoch == -1 ? nil : item.epoch), in: group) { outcome in
            // The last offset that is tiered, and the first that waits to be: only the leader may say that there are none.
            let isTiered = item.timestamp == -5 || item.timestamp == -6
            done(isTiered ? outcome.map { _ in OffsetOutcome(offset: -1, timestamp: -1, leaderEpoch: -1) } : outcome)
        }
    }

    private static func answer(
        _ item: Item, _ outcome: PartitionOutcome<OffsetOutcome>, _ version: Int16
    ) -> ListOffsetsResponse.ListOffsetsPartitionResponse {
        .with {
            $0.partitionIndex = item.index
            guard isServed(item.timestamp, version) else {
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
            if version == 0, found.offset >= 0, item.countMax > 0 { $0.oldStyleOffsets = [found.offset] }
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
