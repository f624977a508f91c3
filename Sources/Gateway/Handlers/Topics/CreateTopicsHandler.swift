import ClusterMetadata
import Environment
import KafkaMessages
import KafkaProtocol

/// CreateTopics, v0-v7.
///
/// - v1: validate only; error messages.
/// - v2: throttle time.
/// - v4: -1 for the default number of partitions and replication factor (KIP-464).
/// - v5: flexible; the answer tells the partitions, the replication factor and the settings (KIP-525).
/// - v7: topic ids.
///
/// Answers when the partitions have leaders, so that a client may produce at once; at the latest after the request's timeout.
enum CreateTopicsHandler: RequestHandler {
    static let versions: ClosedRange<Int16> = 0...7

    static func handle(_ message: CreateTopicsRequest, _ request: Request, on core: GatewayCore) {
        let names = message.topics.map(\.name)
        let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
        var random = core.environment.random(for: "topic ids")
        let wanted = message.topics.filter { counts[$0.name] == 1 }.map { NewTopic($0, id: .random(using: &random)) }
        let repeated = Set(names.filter { counts[$0] != 1 }).sorted()
        let validateOnly = message.validateOnly
        core.createTopics(wanted, validateOnly: validateOnly) { result in
            var response = CreateTopicsResponse()
            var groups: [GroupID] = []
            switch result {
            case .failure(let error):
                response.topics = wanted.map { failure($0.name, ErrorCode(error), nil) }
            case .success(let outcomes):
                for (topic, outcome) in zip(wanted, outcomes) {
                    switch outcome {
                    case .success(let record):
                        response.topics.append(success(record, core))
                        groups += record.partitions.map(\.group)
                    case .failure(let error):
                        response.topics.append(failure(topic.name, ErrorCode(error.kind), error.message))
                    }
                }
            }
            response.topics += repeated.map { failure($0, .invalidRequest, "the request names the topic '\($0)' more than once") }
            guard !validateOnly else { return request.respond(response) }
            core.whenLed(groups, within: core.leaderWait(message.timeoutMs)) { request.respond(response) }
        }
    }

    private static func success(_ record: TopicRecord, _ core: GatewayCore) -> CreateTopicsResponse.CreatableTopicResult {
        .with {
            $0.name = record.name
            $0.topicId = record.id
            $0.errorMessage = nil
            $0.numPartitions = Int32(record.partitions.count)
            $0.replicationFactor = Int16(record.partitions.first?.replicas.count ?? 0)
            $0.configs = core.metadata.describe(
                topicConfigs: record.configs, node: core.shared.node, staticConfigs: core.shared.staticConfigs
            ).map { config in
                .with {
                    $0.name = config.definition.name
                    $0.value = config.value
                    $0.configSource = config.source.rawValue
                }
            }
        }
    }

    private static func failure(
        _ name: String, _ code: ErrorCode, _ message: String?
    ) -> CreateTopicsResponse.CreatableTopicResult {
        .with {
            $0.name = name
            $0.errorCode = code
            $0.errorMessage = message ?? code.message
        }
    }
}

extension NewTopic {
    init(_ topic: CreateTopicsRequest.CreatableTopic, id: KafkaUUID) {
        self.init(
            name: topic.name, id: id, partitions: topic.numPartitions, replicationFactor: topic.replicationFactor,
            assignments: topic.assignments.map {
                ManualAssignment(partition: $0.partitionIndex, replicas: $0.brokerIds.map { NodeID($0) })
            },
            configs: topic.configs.map { ConfigChange(name: $0.name, value: $0.value) })
    }
}
