import Environment
import KafkaMessages
import KafkaProtocol

/// FindCoordinator, v0-v6.
///
/// - v1: transactions too; throttle time, error message.
/// - v3: flexible.
/// - v4: many keys at once (KIP-699).
/// - v6: share groups.
///
/// There are no coordinators yet. The API is served all the same: librdkafka compresses with lz4 only where it is offered (the API came with the
/// release that took lz4), and a consumer that is assigned its partitions by hand may have a group id that it never uses. A group's coordinator
/// is not available, which clients try again; a transactional id is refused for good, as by InitProducerId.
enum FindCoordinatorHandler: RequestHandler {
    static let versions: ClosedRange<Int16> = 0...6

    private static let group: Int8 = 0
    private static let transaction: Int8 = 1

    static func handle(_ message: FindCoordinatorRequest, _ request: Request, on core: GatewayCore) {
        let (code, text) = refusal(message.keyType)
        request.respond(
            FindCoordinatorResponse.with {
                guard request.version >= 4 else {
                    $0.errorCode = code
                    $0.errorMessage = text
                    $0.nodeId = -1
                    $0.port = -1
                    return
                }
                $0.coordinators = message.coordinatorKeys.map { key in
                    .with {
                        $0.key = key
                        $0.nodeId = -1
                        $0.port = -1
                        $0.errorCode = code
                        $0.errorMessage = text
                    }
                }
            })
    }

    private static func refusal(_ keyType: Int8) -> (ErrorCode, String?) {
        switch keyType {
        case group: (.coordinatorNotAvailable, "Consumer groups are not served yet")
        case transaction: (.transactionalIdAuthorizationFailed, "Transactions are not served yet")
        default: (.invalidRequest, ErrorCode.invalidRequest.message)
        }
    }
}
