import Environment
import KafkaMessages
import KafkaProtocol

/// Fetch, v0-v18.
///
/// - v0, v1: answers message sets of magic 0; v2, v3: of magic 1. Kafka 4 closes the connection there, we serve them for old clients.
/// - v3: a limit for the whole answer (KIP-74).
/// - v4: isolation level. v5: log start. v7: sessions (KIP-227). v9: the client's leader epoch (KIP-320).
/// - v10: zstd. v11: rack, preferred replica (KIP-392). v12: flexible, diverging epochs. v13: topic ids. v15: replica state.
/// - v16: where the leader is, if not here (KIP-951). v17, v18: for replicas.
enum FetchHandler: RequestHandler {
    static let versions: ClosedRange<Int16> = 0...18

    private static let finalEpoch: Int32 = -1
    private static let initialEpoch: Int32 = 0

    static func handle(_ message: FetchRequest, _ request: Request, on core: GatewayCore) {
        let sessions = core.shared.fetchSessions
        let usesTopicIDs = request.version >= 13
        switch message.sessionEpoch {
        case finalEpoch, initialEpoch:
            // Both name everything; a session named is over.
            if message.sessionId != 0 { sessions.close(message.sessionId) }
            let targets = message.targets
            var session: FetchSession?
            if message.sessionEpoch == initialEpoch {
                session = sessions.open(targets, usesTopicIDs: usesTopicIDs, at: core.now)
            }
            PendingFetch(message, targets, session: session, isFull: true, request, core).start()
        default:
            switch sessions.resume(message, usesTopicIDs: usesTopicIDs, at: core.now) {
            case .failure(let code): request.respond(FetchResponse.with { $0.errorCode = code })
            case .success(let session):
                let targets = session.partitions.map(\.target)
                PendingFetch(message, targets, session: targets.isEmpty ? nil : session, isFull: targets.isEmpty, request, core).start()
            }
        }
    }
}
