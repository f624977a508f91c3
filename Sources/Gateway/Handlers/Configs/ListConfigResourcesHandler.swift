import ClusterMetadata
import KafkaMessages
import KafkaProtocol

/// ListConfigResources, v0-v1 (KIP-1142): what has settings.
///
/// - v0: client metrics subscriptions only, of which we have none (KIP-714).
/// - v1: the kinds asked for; all if none are.
enum ListConfigResourcesHandler: RequestHandler {
    static let versions: ClosedRange<Int16> = 0...1

    static func handle(_ message: ListConfigResourcesRequest, _ request: Request, on core: GatewayCore) {
        var response = ListConfigResourcesResponse()
        let asked = request.version == 0 ? [ConfigResourceType.clientMetrics.rawValue] : message.resourceTypes
        let types = asked.isEmpty ? ConfigResourceType.allCases : asked.compactMap(ConfigResourceType.init)
        guard asked.isEmpty || types.count == asked.count else {
            response.errorCode = .unsupportedVersion
            return request.respond(response)
        }
        let image = core.metadata
        for type in Set(types).sorted(by: { $0.rawValue < $1.rawValue }) {
            let names: [String] =
                switch type {
                case .topic: image.topicNamesInOrder
                case .broker, .brokerLogger: image.nodesInOrder.map { "\($0.id)" }
                case .clientMetrics: []
                case .group: image.groupConfigs.keys.sorted()
                }
            response.configResources += names.map { name in
                .with {
                    $0.resourceName = name
                    $0.resourceType = type.rawValue
                }
            }
        }
        request.respond(response)
    }
}
