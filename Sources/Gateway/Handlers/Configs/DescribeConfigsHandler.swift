import ClusterMetadata
import Environment
import KafkaMessages
import KafkaProtocol

/// DescribeConfigs, v0-v4.
///
/// - v1: where a value comes from, and what would stand in for it (KIP-226).
/// - v3: types and documentation (KIP-569). v4: flexible.
enum DescribeConfigsHandler: RequestHandler {
    static let versions: ClosedRange<Int16> = 0...4

    private typealias Entry = DescribeConfigsResponse.DescribeConfigsResourceResult

    static func handle(_ message: DescribeConfigsRequest, _ request: Request, on core: GatewayCore) {
        var response = DescribeConfigsResponse()
        response.results = message.resources.map { resource in
            .with {
                $0.resourceType = resource.resourceType
                $0.resourceName = resource.resourceName
                do throws(OperationError) {
                    let values = try values(of: resource, core)
                    let keys = resource.configurationKeys.flatMap { $0.isEmpty ? nil : Set($0) }
                    $0.configs = values.filter { keys?.contains($0.definition.name) ?? true }.map { entry($0, message) }
                } catch {
                    $0.errorCode = ErrorCode(error.kind)
                    $0.errorMessage = error.message
                }
            }
        }
        request.respond(response)
    }

    private static func values(
        of resource: DescribeConfigsRequest.DescribeConfigsResource, _ core: GatewayCore
    ) throws(OperationError) -> [ConfigValue] {
        let (image, node, statics) = (core.metadata, core.shared.node, core.shared.staticConfigs)
        let name = resource.resourceName
        switch ConfigResourceType(rawValue: resource.resourceType) {
        case .topic:
            if let problem = TopicName.problem(name) { throw OperationError(.invalidTopicName, problem) }
            guard let topic = image.topics[name] else { throw OperationError(.unknownTopic, "there is no topic '\(name)'") }
            return image.describe(topicConfigs: topic.configs, node: node, staticConfigs: statics)
        case .broker where name.isEmpty:
            return image.describeClusterDefaults()
        case .broker:
            guard let id = Int32(name) else { throw OperationError(.invalidRequest, "'\(name)' is no number of a node") }
            // Static settings are known to their node alone.
            guard NodeID(id) == node else { throw OperationError(.invalidRequest, "this is node \(node): ask node \(id) itself") }
            return image.describe(brokerConfigsOf: node, staticConfigs: statics)
        case .group:
            guard !name.isEmpty else { throw OperationError(.invalidRequest, "groups have no settings in common: name one") }
            return image.describe(groupConfigsOf: name, node: node, staticConfigs: statics)
        case .brokerLogger, .clientMetrics:
            return []
        case nil:
            throw OperationError(.invalidRequest, "resource type \(resource.resourceType) is unknown")
        }
    }

    private static func entry(_ value: ConfigValue, _ message: DescribeConfigsRequest) -> Entry {
        let definition = value.definition
        // As Kafka tells it: what no synonym names is a default.
        let source = value.synonyms.first?.source ?? .default
        return .with {
            $0.name = definition.name
            $0.value = definition.isSensitive ? nil : value.value
            $0.readOnly = definition.update == .atStart
            $0.configSource = source.rawValue
            $0.isDefault = source == .default
            $0.isSensitive = definition.isSensitive
            if message.includeSynonyms {
                $0.synonyms = value.synonyms.map { synonym in
                    .with {
                        $0.name = synonym.name
                        $0.value = definition.isSensitive ? nil : synonym.value
                        $0.source = synonym.source.rawValue
                    }
                }
            }
            $0.configType = definition.kind.rawValue
            $0.documentation = message.includeDocumentation ? definition.documentation : nil
        }
    }
}
