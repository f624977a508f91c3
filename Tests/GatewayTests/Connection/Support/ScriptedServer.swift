import Gateway
import KafkaProtocol

/// Keeps what it is asked, and answers when the test says so, or by ``onServe``.
final class ScriptedServer: RequestServer {
    var requests: [Request] = []
    var opened: [ConnectionID] = []
    var closed: [(id: ConnectionID, reason: CloseReason)] = []
    var onServe: (Request) -> Void = { _ in }
    var served: [ApiKey: ClosedRange<Int16>] = [.produce: 0...13, .heartbeat: 0...4, .metadata: 1...13, .apiVersions: 0...4]

    func serve(_ request: Request) {
        requests.append(request)
        onServe(request)
    }

    func versions(of apiKey: ApiKey) -> ClosedRange<Int16>? { served[apiKey] }
    func connectionOpened(_ connection: Connection) { opened.append(connection.id) }
    func connectionClosed(_ connection: Connection, _ reason: CloseReason) { closed.append((connection.id, reason)) }
}
