import ClusterMetadata
import Environment
import Foundation
import Gateway
import Logging
import Node
import Platform

/// A node on this machine, from start to a graceful stop.
struct Server {
    let options: ServeOptions
    private let logger: Logger

    init(_ options: ServeOptions) {
        self.options = options
        logger = Logger(label: "martlet") { _ in LineLogHandler(level: options.logLevel.loggerLevel, format: options.logFormat) }
    }

    func run() async throws {
        MemoryTuning.apply()
        signal(SIGPIPE, SIG_IGN)
        let disk = try PosixDisk(directory: options.dataDirectory)
        let cores = EventLoopCores(count: options.cores ?? min(8, max(1, ProcessInfo.processInfo.activeProcessorCount)))
        let environment = MachineEnvironment(disk: disk, cores: cores, logger: logger)
        for warning in options.warnings { logger.warning("\(warning)") }
        var configuration = options.node
        let (advertised, guess) = options.advertisedAddress(hostName: ProcessInfo.processInfo.hostName)
        if let guess { logger.warning("\(guess)") }
        configuration.endpoints = [Endpoint(listener: Self.listener, host: advertised.host, port: advertised.port)]
        if configuration.settings["log.dirs"] == nil {
            configuration.settings["log.dirs"] = URL(fileURLWithPath: options.dataDirectory).standardizedFileURL.path
        }
        let node = try Node(configuration, environment: environment)
        try await cores.start { try node.makeCore($0) }
        try await waitUntilReady(node)
        let listening = try await ClientListener.start(
            ClientListener.Configuration(name: ListenerName(Self.listener), host: options.listen.host, port: Int(options.listen.port)),
            cores: cores, environment: environment, limits: configuration.limits.connections,
            registry: ConnectionRegistry(configuration.limits.connections)
        ) { core in
            guard let body = cores.body(of: core) as? NodeCore else { violated("a core's body is a node's core") }
            return body.gateway.door
        }
        let told = advertised == options.listen ? "" : " (told to connect to \(advertised))"
        logger.info("node \(configuration.id) serves clients on \(options.listen)\(told), data in \(options.dataDirectory)")
        await Signals.termination()
        logger.info("stopping: connections drain, then everything is checkpointed")
        try await listening.close()
        await stop(node, cores: cores)
        try await cores.shutdown()
        logger.info("stopped")
    }

    static let listener = "PLAINTEXT"

    private func waitUntilReady(_ node: Node) async throws {
        var waited = 0
        while !node.isReady {
            try await Task.sleep(for: .milliseconds(2))
            waited += 1
            if waited % 2500 == 0 { logger.warning("still waiting for leaders after \(waited / 500) s") }
        }
    }

    /// How long clients have to take their last answers.
    private static let drainTime: Duration = .seconds(5)

    private func stop(_ node: Node, cores: EventLoopCores) async {
        let deadline = ContinuousClock.now + Self.drainTime
        for core in 0..<cores.coreCount { await onCore(core, of: cores) { $0.gateway.drain() } }
        var open = 1
        while open > 0, ContinuousClock.now < deadline {
            open = 0
            for core in 0..<cores.coreCount { open += await onCore(core, of: cores) { $0.gateway.door.connectionCount } }
            if open > 0 { await pause(.milliseconds(10)) }
        }
        if open > 0 { logger.warning("\(open) connections did not take their last answers in time and are closed") }
        await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
            node.checkpointAll { done.resume() }
        }
    }

    private func onCore<Value: Sendable>(_ core: Int, of cores: EventLoopCores, _ body: @escaping @Sendable (NodeCore) -> Value) async
        -> Value
    {
        await withCheckedContinuation { (done: CheckedContinuation<Value, Never>) in
            cores.loop(of: core).execute {
                guard let nodeCore = cores.body(of: core) as? NodeCore else { violated("a core's body is a node's core") }
                done.resume(returning: body(nodeCore))
            }
        }
    }

    /// Cancelled sleep is no sleep: the process is ending anyway.
    private func pause(_ duration: Duration) async {
        do { try await Task.sleep(for: duration) } catch { return }
    }
}
