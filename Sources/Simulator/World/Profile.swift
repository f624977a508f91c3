import Environment

/// How one simulated world is: its size, its limits, its weather. Drawn from the seed, so that a thousand seeds are a thousand kinds of weather.
struct Profile: Sendable {
    var nodes = 1
    var cores = 1
    /// Of the one topic; each replicated on all nodes.
    var partitions = 1
    /// How long the faults go on.
    var duration: Duration = .seconds(10)
    var limits = Limits()
    var segmentBytes: Int64 = 1 << 30
    var retentionBytes: Int64?
    var disk = DiskFaults()

    var producers = 2
    var consumers = 2
    /// Clients that speak the protocol; the others call the storage engine.
    var wireClients = 2
    /// Time between two batches of a producer, at most.
    var producePause: Duration = .milliseconds(50)
    var recordsMax = 5
    var valueBytesMax = 200

    var misfortunes = Misfortune.allCases
    /// Time between two misfortunes, at most; nil: none.
    var faultPause: Duration?
    /// How long a node stays down, at most.
    var downMax: Duration = .seconds(2)
    var pauseMax: Duration = .seconds(2)

    /// Of each frame.
    var loss = 0.0
    var duplication = 0.0
    var delayMax: Duration = .milliseconds(1)
    /// How long a link stays cut, at most.
    var cutMax: Duration = .seconds(3)

    /// Of a journal write with its sync, at most.
    var syncMax: Duration = .milliseconds(2)
    /// Of a checkpoint's part, at most.
    var backgroundMax: Duration = .milliseconds(20)
    /// From a wake to its turn, at most.
    var wakeMax: Duration = .microseconds(100)
    /// How much a node's clock may be too fast or too slow, in millionths.
    var driftMax = 0

    init(using random: inout SeededRandom) {
        nodes = random.chance(0.35) ? 1 : 3
        draw(using: &random)
    }

    /// Another number of nodes than the seed's.
    mutating func resize(to count: Int) {
        guard count != nodes else { return }
        nodes = count
        limits.journal = JournalLimits()
        if count > 1 { limits.raft.appliedEntriesKept = .max }
        segmentBytes = 1 << 30
        retentionBytes = nil
    }

    mutating func draw(using random: inout SeededRandom) {
        cores = Int.random(in: 1...3, using: &random)
        partitions = Int.random(in: 1...4, using: &random)
        duration = .milliseconds(Int.random(in: 3000...15000, using: &random))
        producers = Int.random(in: 1...4, using: &random)
        consumers = Int.random(in: 1...3, using: &random)
        wireClients = Int.random(in: 1...3, using: &random)
        producePause = .milliseconds([2, 20, 100].randomElement(using: &random) ?? 20)
        recordsMax = [1, 5, 20].randomElement(using: &random) ?? 5
        valueBytesMax = [10, 200, 3000].randomElement(using: &random) ?? 200
        faultPause = .milliseconds([500, 1500, 5000].randomElement(using: &random) ?? 1500)
        downMax = .milliseconds([50, 1000, 4000].randomElement(using: &random) ?? 1000)
        pauseMax = .milliseconds([100, 1000, 3000].randomElement(using: &random) ?? 1000)
        loss = [0, 0, 0.01, 0.1].randomElement(using: &random) ?? 0
        duplication = [0, 0, 0.05, 0.2].randomElement(using: &random) ?? 0
        delayMax = .microseconds([200, 2000, 30000, 150_000].randomElement(using: &random) ?? 2000)
        syncMax = .microseconds([100, 3000, 20000, 100_000].randomElement(using: &random) ?? 3000)
        wakeMax = .microseconds([1, 50, 1000].randomElement(using: &random) ?? 50)
        driftMax = [0, 500, 50000].randomElement(using: &random) ?? 0
        if random.chance(0.5) { disk.flipChance = Double.random(in: 0...0.5, using: &random) }
        if random.chance(0.1) { disk.syncFailureChance = 0.002 }
        drawLimits(using: &random)
    }

    private mutating func drawLimits(using random: inout SeededRandom) {
        limits.raft.electionTicks = Int.random(in: 5...12, using: &random)
        limits.raft.heartbeatTicks = Int.random(in: 1...2, using: &random)
        limits.raft.appendBytesMax = [1, 1000, 1 << 20].randomElement(using: &random) ?? 1000
        limits.raft.inFlightAppendsMax = [1, 4, 64].randomElement(using: &random) ?? 64
        limits.raft.uncommittedBytesMax = [4000, 64 << 20].randomElement(using: &random) ?? 64 << 20
        limits.journal.growthBytes = [0, 4096, 65536].randomElement(using: &random) ?? 4096
        limits.journal.syncBytesMax = [1, 10000, 8 << 20].randomElement(using: &random) ?? 8 << 20
        limits.journal.spareSegmentsMax = Int.random(in: 0...2, using: &random)
        limits.recordLog.tailBytesMax = [0, 1000, 4 << 20].randomElement(using: &random) ?? 1000
        limits.recordLog.indexIntervalBytes = [1, 500, 4096].randomElement(using: &random) ?? 4096
        if nodes == 1 {
            limits.journal.segmentBytes = [10_000, 200_000, 64 << 20].randomElement(using: &random) ?? 200_000
            limits.journal.totalBytesMax = limits.journal.segmentBytes * 4
            limits.journal.uncheckpointedBytesMax = [20_000, 500_000].randomElement(using: &random) ?? 500_000
            limits.journal.reappendBytesMax = [0, 2000, 1 << 20].randomElement(using: &random) ?? 2000
            segmentBytes = [2000, 50_000, 1 << 30].randomElement(using: &random) ?? 50_000
            if random.chance(0.3) { retentionBytes = 20_000 }
        } else {
            // A replica that needs entries older than another's checkpoint cannot be helped yet: nobody forgets any.
            limits.raft.appliedEntriesKept = .max
        }
    }
}
