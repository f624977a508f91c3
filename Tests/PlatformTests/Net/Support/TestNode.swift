import Environment
import Gateway
import Logging
import NIOCore
import Platform

/// Cores, a door on each, and a listener on loopback.
final class TestNode: Sendable {
    let cores: EventLoopCores
    let listener: ClientListener
    let registry: ConnectionRegistry
    let budget: NodeBudget

    init(
        cores count: Int = 2, _ limits: ConnectionLimits = ConnectionLimits(),
        _ behaviour: @escaping TestCore.Behaviour = { request, _ in request.respond(frame: TestCore.echo(request)) }
    ) async throws {
        let cores = EventLoopCores(count: count)
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let environment = MachineEnvironment(disk: NoDisk(), cores: cores, logger: logger, seed: 1)
        let budget = NodeBudget(bytesMax: limits.nodeRequestBytesInFlightMax, cores: cores)
        try await cores.start { core in
            TestCore(core: core, environment: environment, limits: limits, budget: budget, behaviour: behaviour)
        }
        registry = ConnectionRegistry(limits)
        listener = try await ClientListener.start(
            ClientListener.Configuration(name: ListenerName("PLAINTEXT"), host: "127.0.0.1", port: 0), cores: cores,
            environment: environment,
            limits: limits, registry: registry
        ) { core in
            guard let body = cores.body(of: core) as? TestCore else { preconditionFailure("started above") }
            return body.door
        }
        self.cores = cores
        self.budget = budget
    }

    /// Looks at every core on its loop.
    func onEachCore<Value: Sendable>(_ look: @escaping @Sendable (TestCore) -> Value) async throws -> [Value] {
        var values: [Value] = []
        for core in 0..<cores.coreCount {
            let value = try await cores.loop(of: core).submit { [cores] in
                guard let body = cores.body(of: core) as? TestCore else { preconditionFailure("started above") }
                return look(body)
            }.get()
            values.append(value)
        }
        return values
    }

    func stop() async throws {
        try await listener.close()
        try await cores.shutdown()
    }
}
