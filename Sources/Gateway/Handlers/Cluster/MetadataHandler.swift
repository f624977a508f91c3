import ClusterMetadata
import Environment
import KafkaMessages
import KafkaProtocol

/// Metadata, v0-v13: nodes, topics, partitions and their leaders, in the words of the listener that the client came through.
///
/// - v0: an empty list asks for all topics. v1: no list does, an empty one asks for none; racks, controller.
/// - v2: cluster id. v3: throttle time.
/// - v4: the client says whether topics may be made by asking for them.
/// - v5: offline replicas. v7: leader epochs.
/// - v8-v10: authorized operations of the cluster; of topics from v8 on.
/// - v9: flexible.
/// - v10: topic ids in answers. v12: topics may be asked for by id.
/// - v13: an error code for the whole answer.
///
/// Asking for an unknown topic makes it, if client and node allow, and the answer has it already (Kafka answers first and makes it then).
enum MetadataHandler: RequestHandler {
    static let versions: ClosedRange<Int16> = 0...13

    static func handle(_ message: MetadataRequest, _ request: Request, on core: GatewayCore) {
        guard let asked = message.topics, !(asked.isEmpty && request.version == 0) else { return respondAll(message, request, core) }
        guard asked.allSatisfy({ $0.topicId.isZero ? $0.name != nil : request.version >= 12 }) else { return refuse(asked, request) }
        let missing = missingTopics(asked, core)
        guard !missing.isEmpty, message.allowAutoTopicCreation, core.autoCreatesTopics else {
            return respond(asked, failures: [:], message, request, core)
        }
        core.autoCreate(missing) { failures in respond(asked, failures: failures, message, request, core) }
    }

    /// Names asked for that could be made, each once, in the order asked.
    private static func missingTopics(_ asked: [MetadataRequest.MetadataRequestTopic], _ core: GatewayCore) -> [String] {
        let image = core.metadata
        var seen: Set<String> = []
        let missing = asked.compactMap { topic -> String? in
            guard topic.topicId.isZero, let name = topic.name, image.topics[name] == nil, core.mayAutoCreate(name) else { return nil }
            return seen.insert(name).inserted ? name : nil
        }
        return Array(missing.prefix(core.shared.limits.metadata.autoCreatedPerRequestMax))
    }

    // MARK: - Answers

    private static func respondAll(_ message: MetadataRequest, _ request: Request, _ core: GatewayCore) {
        let describer = TopicDescriber(core, request, operations: message.includeTopicAuthorizedOperations)
        var response = cluster(message, request, core)
        let image = core.metadata
        response.topics = image.topicNamesInOrder.compactMap { image.topics[$0] }.map(describer.describe)
        request.respond(response)
    }

    private static func respond(
        _ asked: [MetadataRequest.MetadataRequestTopic], failures: [String: OperationError], _ message: MetadataRequest, _ request: Request,
        _ core: GatewayCore
    ) {
        let describer = TopicDescriber(core, request, operations: message.includeTopicAuthorizedOperations)
        let image = core.metadata
        var response = cluster(message, request, core)
        var seen: Set<TopicKey> = []
        for topic in asked {
            let record = topic.topicId.isZero ? topic.name.flatMap { image.topics[$0] } : image.topic(id: topic.topicId)
            guard seen.insert(TopicKey(id: record?.id ?? topic.topicId, name: record?.name ?? topic.name)).inserted else { continue }
            response.topics.append(record.map(describer.describe) ?? unknown(topic, failures))
        }
        request.respond(response)
    }

    private struct TopicKey: Hashable {
        var id: KafkaUUID
        var name: String?
    }

    private static func unknown(
        _ topic: MetadataRequest.MetadataRequestTopic, _ failures: [String: OperationError]
    ) -> MetadataResponse.MetadataResponseTopic {
        .with {
            guard topic.topicId.isZero else {
                $0.topicId = topic.topicId
                $0.name = nil
                $0.errorCode = .unknownTopicId
                return
            }
            let name = topic.name ?? ""
            $0.name = name
            if TopicName.problem(name) != nil {
                $0.errorCode = .invalidTopic
            } else if failures[name]?.kind == .invalidReplicationFactor {
                $0.errorCode = .invalidReplicationFactor
            } else {
                $0.errorCode = .unknownTopicOrPartition
            }
        }
    }

    /// Topics named in no way that the version has: nothing is told but that. Before v12 topics have no ids in requests, whatever the form has
    /// room for (KIP-516).
    private static func refuse(_ asked: [MetadataRequest.MetadataRequestTopic], _ request: Request) {
        request.respond(
            MetadataResponse.with {
                $0.errorCode = .invalidRequest
                $0.topics = asked.map { topic in
                    .with {
                        $0.name = topic.name ?? ""
                        $0.topicId = topic.topicId
                        $0.errorCode = .invalidRequest
                    }
                }
            })
    }

    private static func cluster(_ message: MetadataRequest, _ request: Request, _ core: GatewayCore) -> MetadataResponse {
        let image = core.metadata
        let listener = request.connection.listener.rawValue
        return .with {
            $0.clusterId = "\(image.clusterID)"
            $0.controllerId = core.shared.leaders.leader(of: .metadata)?.node.rawValue ?? -1
            $0.brokers = image.nodesInOrder.compactMap { node in
                guard let endpoint = node.endpoint(listener: listener) else { return nil }
                return .with {
                    $0.nodeId = node.id.rawValue
                    $0.host = endpoint.host
                    $0.port = Int32(endpoint.port)
                    $0.rack = node.rack
                }
            }
            if message.includeClusterAuthorizedOperations { $0.clusterAuthorizedOperations = AuthorizedOperations.cluster }
        }
    }
}
