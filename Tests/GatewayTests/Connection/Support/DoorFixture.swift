import Environment
import Gateway
import KafkaProtocol
import NIOCore

/// A door with a scripted server, and connections with scripted outputs.
final class DoorFixture {
    let environment = ScriptedEnvironment()
    let server = ScriptedServer()
    let limits: ConnectionLimits
    let budget: NodeBudget
    let door: CoreDoor
    var now = Instant.origin

    init(_ limits: ConnectionLimits = ConnectionLimits()) {
        self.limits = limits
        budget = NodeBudget(bytesMax: limits.nodeRequestBytesInFlightMax, cores: environment.cores)
        door = CoreDoor(core: 0, environment: environment, limits: limits, budget: budget, server: server)
    }

    func connect() -> (connection: Connection, output: ScriptedOutput) {
        let output = ScriptedOutput(highWatermark: limits.answerBytesMax)
        let connection = door.open(remote: "198.51.100.7:4242", listener: ListenerName("PLAINTEXT"), output: output, at: now)
        output.connection = connection
        return (connection, output)
    }

    func turn() { _ = door.endTurn(at: now) }

    /// Turns until nothing asks for another.
    func settle() {
        for _ in 0..<10_000 {
            let wakes = environment.scriptedCores.wakes
            turn()
            if environment.scriptedCores.wakes == wakes { return }
        }
        preconditionFailure("the door asks for turns without end")
    }
}
