import Environment

/// A client of a simulated cluster. Woken by its timer and by answers, it decides what to do next.
protocol SimulatedClient: AnyObject {
    /// Something is due, or may be.
    func step(_ world: SimulatedWorld)
    func received(_ reply: Reply, _ world: SimulatedWorld)
    /// The faults are over and the run ends: begins nothing new.
    func finish()
    /// Nothing is under way.
    var isIdle: Bool { get }
}

/// Whom a client takes for the leader of its partition.
struct LeaderGuess {
    /// From 0; nil while it must ask.
    var node: Int?
    /// Kafka's leader epoch; -1 while unknown. Never goes back.
    var epoch: Int32 = -1

    /// What a node told of the leader. Older news than known is ignored, as clients do with Metadata.
    mutating func learn(node: NodeID, epoch: Int32) {
        guard epoch >= self.epoch else { return }
        self.epoch = epoch
        self.node = Int(node.rawValue) - 1
    }
}
