import Environment
import Gateway
import KafkaProtocol
import NIOCore
import Platform

/// A core whose server does with each request what the test says.
final class TestCore: CoreBody, RequestServer {
    typealias Behaviour = @Sendable (Request, TestCore) -> Void

    let environment: MachineEnvironment
    private let behaviour: Behaviour
    private var serverDoor: CoreDoor?
    /// Requests to be answered in the next turn.
    var later: [Request] = []
    private(set) var requestCount = 0
    private(set) var turnCount = 0
    private(set) var closed: [CloseReason] = []

    init(core: Int, environment: MachineEnvironment, limits: ConnectionLimits, budget: NodeBudget, behaviour: @escaping Behaviour) {
        self.environment = environment
        self.behaviour = behaviour
        serverDoor = CoreDoor(core: core, environment: environment, limits: limits, budget: budget, server: self)
    }

    var door: CoreDoor {
        guard let serverDoor else { preconditionFailure("set by the initializer") }
        return serverDoor
    }

    func turn(at now: Instant) -> Instant? {
        turnCount += 1
        let requests = later
        later = []
        // Last first: the order of the answers is the connection's affair.
        for request in requests.reversed() { request.respond(frame: Self.echo(request)) }
        return door.endTurn(at: now)
    }

    func serve(_ request: Request) {
        requestCount += 1
        behaviour(request, self)
    }

    func versions(of apiKey: ApiKey) -> ClosedRange<Int16>? { 0...4 }
    func connectionOpened(_ connection: Connection) {}
    func connectionClosed(_ connection: Connection, _ reason: CloseReason) { closed.append(reason) }

    /// The correlation id and the body, given back.
    static func echo(_ request: Request) -> WireOutput {
        var writer = WireWriter()
        writer.beginFrame()
        writer.int32(request.correlationID)
        for byte in request.body.readableBytesView { writer.int8(Int8(bitPattern: byte)) }
        do { return try writer.takeFrame() } catch { preconditionFailure("\(error)") }
    }
}
