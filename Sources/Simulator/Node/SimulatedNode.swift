import ClusterMetadata
import Environment
import Node
import Replication

/// One node of a world: its disk and clock, which outlive its lives, and what lives now.
final class SimulatedNode {
    let index: Int
    let configuration: NodeConfiguration
    let clock: SimulatedClock
    private(set) var disk: SimulatedDisk
    private(set) var life = 0
    private(set) var alive: Alive?
    /// World time until which the process stands still.
    var pausedUntil: Int64 = 0
    /// What came meanwhile, in order.
    var held: [Event] = []
    private var random: SeededRandom

    /// What a life has.
    final class Alive {
        let environment: SimulatedEnvironment
        let node: Node
        let cores: [NodeCore]
        let observers: [CoreObserver]
        /// Of clients, by number.
        var sockets: [UInt64: SimulatedSocket] = [:]
        /// The world time of each core's deadline event that counts.
        var deadlines: [Int64?]

        init(_ environment: SimulatedEnvironment, _ node: Node, _ cores: [NodeCore], _ observers: [CoreObserver]) {
            self.environment = environment
            self.node = node
            self.cores = cores
            self.observers = observers
            deadlines = Array(repeating: nil, count: cores.count)
        }
    }

    init(_ index: Int, configuration: NodeConfiguration, clock: SimulatedClock, disk: SimulatedDisk, random: SeededRandom) {
        self.index = index
        self.configuration = configuration
        self.clock = clock
        self.disk = disk
        self.random = random
    }

    var key: NodeKey { NodeKey(node: index, life: life) }

    /// Starts a new life over what is on the disk.
    func start(in world: SimulatedWorld) throws(StartError) {
        life += 1
        let environment = SimulatedEnvironment(
            key, profile: world.profile, queue: world.queue, clock: clock, disk: disk, trace: world.trace, random: random.fork())
        let node = try Node(
            configuration, environment: environment, peers: SimulatedLinks(network: world.network, environment: environment))
        var cores: [NodeCore] = []
        var observers: [CoreObserver] = []
        for core in 0..<environment.cores.coreCount {
            let body = try node.makeCore(core)
            let observer = CoreObserver(node: index, world: world)
            body.replication.observer = observer
            cores.append(body)
            observers.append(observer)
        }
        alive = Alive(environment, node, cores, observers)
        for core in cores.indices { environment.cores.wake(core: core) }
    }

    /// Ends the life. `power`: the machine loses its power too, and with it what was not synced.
    func end(power: Bool) {
        alive = nil
        disk = power ? disk.crash() : disk.kill()
    }
}
