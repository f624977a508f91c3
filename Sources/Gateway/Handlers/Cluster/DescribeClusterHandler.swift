import ClusterMetadata
import Environment
import KafkaMessages
import KafkaProtocol

/// DescribeCluster, v0-v2 (KIP-700).
///
/// - v1: brokers or controllers (KIP-919); every node of ours is both, and is reached as a broker.
/// - v2: fenced brokers; we have none.
enum DescribeClusterHandler: RequestHandler {
    static let versions: ClosedRange<Int16> = 0...2

    static func handle(_ message: DescribeClusterRequest, _ request: Request, on core: GatewayCore) {
        var response = DescribeClusterResponse()
        let image = core.metadata
        switch message.endpointType {
        case 1: break
        case 2: return refuse(.mismatchedEndpointType, "this is a broker endpoint; there are no others", request)
        default: return refuse(.unsupportedEndpointType, "endpoint type \(message.endpointType) is unknown", request)
        }
        response.clusterId = "\(image.clusterID)"
        response.controllerId = core.shared.leaders.leader(of: .metadata)?.node.rawValue ?? -1
        response.brokers = image.nodesInOrder.compactMap { node in
            guard let endpoint = node.endpoint(listener: request.connection.listener.rawValue) else { return nil }
            return .with {
                $0.brokerId = node.id.rawValue
                $0.host = endpoint.host
                $0.port = Int32(endpoint.port)
                $0.rack = node.rack
            }
        }
        if message.includeClusterAuthorizedOperations { response.clusterAuthorizedOperations = AuthorizedOperations.cluster }
        request.respond(response)
    }

    private static func refuse(_ code: ErrorCode, _ message: String, _ request: Request) {
        request.respond(
            DescribeClusterResponse.with {
                $0.errorCode = code
                $0.errorMessage = message
            })
    }
}
