import ClusterMetadata
import Environment
import KafkaProtocol
import Storage

/// What an operation on one partition came to, for a handler.
enum PartitionOutcome<Value: Sendable>: Sendable {
    case success(Value)
    case failure(StorageError)
    /// It never reached a partition: there is none of that name and index.
    case unknown(ErrorCode)

    var code: ErrorCode {
        switch self {
        case .success: .none
        case .failure(let error): ErrorCode(error)
        case .unknown(let code): code
        }
    }
}

extension GatewayCore {
    /// Runs an operation on many partitions, each on its owner's core, and hands over the outcomes in the order asked.
    func fanOut<Item: Sendable, Value: Sendable>(
        _ items: [Item], partition: (Item) -> (topic: String, index: Int32), refuse: (TopicRecord) -> ErrorCode? = { _ in nil },
        _ operation: @escaping @Sendable (any StorageEngine, GroupID, Item, @escaping (Result<Value, StorageError>) -> Void) -> Void,
        done: @escaping ([PartitionOutcome<Value>]) -> Void
    ) {
        let metadata = metadata
        let collector = Collector(count: items.count, done)
        for (position, item) in items.enumerated() {
            let place = partition(item)
            guard let record = metadata.partition(place.topic, place.index) else {
                collector.set(position, .unknown(.unknownTopicOrPartition))
                continue
            }
            if let topic = metadata.topics[place.topic], let code = refuse(topic) {
                collector.set(position, .unknown(code))
                continue
            }
            let group = record.group
            onStorage(of: group) { engine, done in
                operation(engine, group, item, done)
            } done: { (result: Result<Value, StorageError>) in
                switch result {
                case .success(let value): collector.set(position, .success(value))
                case .failure(let error): collector.set(position, .failure(error))
                }
            }
        }
    }
}
