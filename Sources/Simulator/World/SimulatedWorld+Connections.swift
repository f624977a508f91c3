import Environment
import Gateway
import NIOCore

// Clients that speak the protocol.

extension SimulatedWorld {
    /// A client connects to a node; it hears of it later, or that it failed.
    func connect(_ client: Int, to node: Int) -> UInt64 {
        defer { nextConnection += 1 }
        queue.post(after: network.clientDelay(), .connect(client, connection: nextConnection, node: node))
        return nextConnection
    }

    /// A client hangs up, after all that it sent.
    func disconnect(_ connection: UInt64, from key: NodeKey, notBefore time: Int64) {
        queue.post(at: max(time, queue.now + network.clientDelay()), .hungUp(key, connection: connection))
    }

    func handleConnection(_ event: Event) {
        switch event {
        case .connect(let client, let number, let index): accept(client, number, on: nodes[index], event)
        case .connected(let client, let number, let key): (clients[client] as? WireClient)?.connected(number, to: key)
        case .toNode(let key, let number, let bytes):
            withSocket(number, of: key, event) { socket in socket.receive(bytes, at: nodes[key.node].clock.now) }
        case .hungUp(let key, let number):
            withSocket(number, of: key, event) { socket in socket.connection?.closedByPeer() }
            nodes[key.node].key == key ? nodes[key.node].alive?.sockets[number] = nil : ()
        case .toClient(let client, let number, let bytes):
            trace.note("\(queue.now) client \(client): \(bytes.readableBytes) bytes")
            check { () throws(SimulationFailure) in try (clients[client] as? WireClient)?.received(bytes, on: number, self) }
        case .closed(let client, let number): (clients[client] as? WireClient)?.closed(number)
        default: violated("only what belongs to connections comes here")
        }
    }

    private func accept(_ client: Int, _ number: UInt64, on node: SimulatedNode, _ event: Event) {
        if isPaused(node.key, event) { return }
        guard let alive = node.alive, alive.node.isReady else {
            return queue.post(after: network.clientDelay(), .closed(client, connection: number))
        }
        let core = Int(number % UInt64(alive.cores.count))
        let socket = SimulatedSocket(
            number: number, client: client, core: core, environment: alive.environment, queue: queue, network: network)
        alive.sockets[number] = socket
        socket.connection = alive.cores[core].gateway.door.open(
            remote: "client-\(client)", listener: ListenerName("PLAINTEXT"), output: socket, at: node.clock.now)
        alive.environment.cores.wake(core: core)
        queue.post(after: network.clientDelay(), .connected(client, connection: number, node.key))
    }

    private func withSocket(_ number: UInt64, of key: NodeKey, _ event: Event, _ body: (SimulatedSocket) -> Void) {
        if isPaused(key, event) { return }
        guard nodes[key.node].key == key, let alive = nodes[key.node].alive, let socket = alive.sockets[number] else { return }
        body(socket)
        alive.environment.cores.wake(core: socket.core)
    }

    /// The clients of a node that ends hear of it.
    func breakConnections(of node: SimulatedNode) {
        for (number, socket) in (node.alive?.sockets ?? [:]).sorted(by: { $0.key < $1.key }) {
            queue.post(after: network.clientDelay(), .closed(socket.client, connection: number))
        }
    }
}
