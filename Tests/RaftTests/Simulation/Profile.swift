import Environment

/// How rough one simulated run is. Drawn from the seed, so that a thousand seeds are a thousand kinds of weather.
struct Profile {
    var nodes: Int
    var voters: Int
    var loss: Double
    var duplication: Double
    /// In steps; a tick is 5.
    var delayMax: Int
    var syncMax: Int
    var crash: Double
    /// Steps a node stays down.
    var downMax = 100
    var partition: Double
    var propose: Double
    var read: Double
    var compact: Double
    var membership: Double
    var transfer: Double
    var quiesce: Double
    var limits = RaftLimits()

    init(using random: inout SeededRandom) {
        nodes = Int.random(in: 3...5, using: &random)
        voters = min(nodes, [1, 3, 3, 3, 5].randomElement(using: &random) ?? 3)
        loss = [0, 0.01, 0.1, 0.3].randomElement(using: &random) ?? 0
        duplication = [0, 0.05, 0.2].randomElement(using: &random) ?? 0
        delayMax = [1, 5, 20, 40].randomElement(using: &random) ?? 1
        syncMax = [1, 3, 10, 30].randomElement(using: &random) ?? 1
        crash = [0, 0.002, 0.01, 0.02].randomElement(using: &random) ?? 0
        partition = [0, 0.005, 0.02].randomElement(using: &random) ?? 0
        propose = [0.05, 0.3, 0.9].randomElement(using: &random) ?? 0
        read = [0, 0.1, 0.3].randomElement(using: &random) ?? 0
        compact = [0, 0.01, 0.05].randomElement(using: &random) ?? 0
        membership = [0, 0, 0.005, 0.03].randomElement(using: &random) ?? 0
        transfer = [0, 0.005, 0.02].randomElement(using: &random) ?? 0
        quiesce = [0, 0.1, 0.5].randomElement(using: &random) ?? 0
        limits.electionTicks = Int.random(in: 3...10, using: &random)
        limits.heartbeatTicks = Int.random(in: 1...2, using: &random)
        limits.appendBytesMax = [1, 100, 1000, 1 << 20].randomElement(using: &random) ?? 100
        limits.inFlightAppendsMax = [1, 2, 8, 64].randomElement(using: &random) ?? 8
        limits.uncommittedBytesMax = [200, 2000, 1 << 20].randomElement(using: &random) ?? 2000
    }

    /// The weather clears.
    mutating func calm() {
        loss = 0
        duplication = 0
        delayMax = 1
        syncMax = 1
        crash = 0
        partition = 0
        propose = 0
        read = 0
        compact = 0
        membership = 0
        transfer = 0
        quiesce = 0
    }
}
