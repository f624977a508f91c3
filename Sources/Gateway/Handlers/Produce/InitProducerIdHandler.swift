import ClusterMetadata
import Environment
import KafkaMessages
import KafkaProtocol

/// InitProducerId, v0-v5: gives an idempotent producer its id (KIP-98).
///
/// - v2: flexible.
/// - v3: a producer may name its id and epoch to have the epoch raised (KIP-360).
/// - v4, v5: as v3.
///
/// A transactional id is refused: transactions are not served yet.
enum InitProducerIdHandler: RequestHandler {
    static let versions: ClosedRange<Int16> = 0...5

    static func handle(_ message: InitProducerIdRequest, _ request: Request, on core: GatewayCore) {
        if let transactional = message.transactionalId {
            // Kafka: an empty one is INVALID_REQUEST. Ours are refused in words that an application's log will show.
            return fail(request, transactional.isEmpty ? .invalidRequest : .transactionalIdAuthorizationFailed)
        }
        // KIP-360: id and epoch come together or not at all.
        guard (message.producerId == -1) == (message.producerEpoch == -1) else { return fail(request, .invalidRequest) }
        core.producerIDs.next(on: core) { result in
            switch result {
            case .success(let id):
                request.respond(
                    InitProducerIdResponse.with {
                        $0.producerId = id
                        $0.producerEpoch = 0
                    })
            case .failure(let error):
                fail(request, error)
            }
        }
    }

    private static func fail(_ request: Request, _ code: ErrorCode) {
        request.respond(
            InitProducerIdResponse.with {
                $0.errorCode = code
                $0.producerId = -1
                $0.producerEpoch = -1
            })
    }
}
