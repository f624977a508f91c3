import Environment
import KafkaRecords
import NIOCore
import RecordLog
import Simulator

/// The log does not hold what the model says.
struct Violation: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
}

/// One random life of a partition's log: appends, log-start moves, checkpoints, reads, a full disk, crashes and what follows them, held against
/// a model. The seed decides everything.
final class LogRun {
    var random: SeededRandom
    let mutant: Mutant?
    /// Nil: the disk given, on which only the process dies.
    var simulated: SimulatedDisk?
    var disk: any Disk
    var configuration = LogConfiguration()
    var log: PartitionLog
    var model = LogModel()
    /// Raft index up to which a checkpoint is known to be durable.
    var durable: UInt64 = 0
    var begun: (job: CheckpointJob, index: UInt64)?
    /// Checkpoints begun.
    var attempted: Set<UInt64> = [0]
    /// An append has failed in this incarnation, so files may be longer than the log knows.
    var leftovers = false
    var epoch: Int32 = 0
    var clock: Int64 = 1_000_000
    /// What happened, for a failure's report.
    var trace: [String] = []
    static let directory = "logs/4096"

    init(seed: UInt64, disk: (any Disk)? = nil, mutant: Mutant? = nil) throws {
        random = SeededRandom(seed: seed)
        self.mutant = mutant
        if let disk {
            self.disk = disk
        } else {
            var faults = DiskFaults.none
            if random.chance(0.3) { faults.flipChance = 0.3 }
            let simulated = SimulatedDisk(seed: random.next(), faults: faults)
            self.simulated = simulated
            self.disk = simulated
        }
        try self.disk.createDirectory("logs")
        try self.disk.syncDirectory("")
        configuration = Self.drawn(&random, mutant)
        log = try PartitionLog.open(self.disk, directory: Self.directory, configuration: configuration).log
    }

    private static func drawn(_ random: inout SeededRandom, _ mutant: Mutant?) -> LogConfiguration {
        var configuration = LogConfiguration()
        configuration.segmentBytes = Int64.random(in: 100...6000, using: &random)
        configuration.segmentTime = .milliseconds(Int64.random(in: 50...5000, using: &random))
        configuration.limits.tailBytesMax = random.chance(0.4) ? 0 : Int.random(in: 0...8000, using: &random)
        configuration.limits.indexIntervalBytes = Int.random(in: 1...2000, using: &random)
        configuration.mutant = mutant
        return configuration
    }

    func run(steps: Int) throws {
        for _ in 0..<steps {
            try step()
        }
        try crash()
        try readEverything()
    }

    private func step() throws {
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<40: try append()
        case 40..<44: try apply(.advance(Int64.random(in: model.start...model.end, using: &random)), "log start")
        case 44..<47:
            epoch += Int32.random(in: 1...2, using: &random)
            try apply(.epoch(epoch), "epoch \(epoch)")
        case 47..<55: try checkpoint()
        case 55..<75: try read()
        case 75..<80: try lookUpTimes()
        case 80..<84: try appendToFullDisk()
        case 84..<86: log.trimTail(to: Int.random(in: 0...2000, using: &random))
        case 86..<88: log.releaseIdle()
        case 88..<90: try tableLaws()
        case 90..<92: try verify()
        case 92..<95: try crashInTheMidst()
        default: try crash()
        }
    }

    // MARK: Growth

    private func drawnBatches() throws -> [LogModel.Batch] {
        var batches: [LogModel.Batch] = []
        var offset = model.end
        for _ in 0..<Int.random(in: 1...5, using: &random) {
            if random.chance(0.05) { offset += Int64.random(in: 1...5, using: &random) }
            if random.chance(0.05) { epoch += 1 }
            clock += Int64.random(in: -100...300, using: &random)
            let count = Int.random(in: 1...4, using: &random)
            let timestamps = (0..<count).map { _ in clock + Int64.random(in: -50...50, using: &random) }
            let bytes = random.chance(0.1) ? Int.random(in: 0...3000, using: &random) : Int.random(in: 0...120, using: &random)
            let made = try TestBatch(
                at: offset, timestamps: timestamps, valueBytes: bytes, epoch: epoch, index: UInt64(model.entries.count) + 1,
                codec: random.chance(0.2) ? .gzip : .none)
            var batch = made.log
            if random.chance(0.2) {
                // As a slice of something larger, or in pieces.
                let cut = Int.random(in: 1..<batch.bytes.readableBytes, using: &random)
                let head = batch.bytes.readSlice(length: cut)
                batch.rest = [batch.bytes]
                batch.bytes = head ?? ByteBuffer()
            }
            batches.append(LogModel.Batch(log: batch, timestamps: timestamps))
            offset = batch.lastOffset + 1
        }
        return batches
    }

    private func append() throws {
        let batches = try drawnBatches()
        try apply(.append(batches), "append \(batches.count) from \(model.end)")
    }

    private func apply(_ entry: LogModel.Entry, _ what: String) throws {
        trace.append("\(model.entries.count + 1): \(what)")
        try carryOut(entry)
        model.apply(entry)
        try compareEnds()
    }

    private func carryOut(_ entry: LogModel.Entry) throws {
        switch entry {
        case .append(let batches): try log.append(batches.map(\.log))
        case .advance(let offset): log.advanceLogStart(to: offset)
        case .epoch(let epoch): log.beginEpoch(epoch)
        }
    }

    private func appendToFullDisk() throws {
        guard let simulated else { return }
        let batches = try drawnBatches()
        let wanted = batches.reduce(0) { $0 + $1.log.size }
        simulated.faults.capacity = simulated.usedBytes + Int64.random(in: 0..<Int64(wanted), using: &random)
        trace.append("\(model.entries.count + 1): full disk")
        do {
            try log.append(batches.map(\.log))
            // Only possible over what an earlier append to a full disk left beyond the log's end.
            try require(leftovers, "an append to a full disk succeeded")
            model.apply(.append(batches))
            simulated.faults.capacity = .max
            return try compareEnds()
        } catch let error as RecordLogError {
            guard error.isDiskFull else { throw error }
        }
        leftovers = true
        try compareEnds()
        try read()
        simulated.faults.capacity = .max
        if random.chance(0.7) {
            try apply(.append(batches), "the same again")
        }
    }

    private func compareEnds() throws {
        try require(log.endOffset == model.end, "log end \(log.endOffset), not \(model.end)")
        try require(log.startOffset == model.start, "log start \(log.startOffset), not \(model.start)")
        try require(log.epochs.entries == model.epochs, "epochs \(log.epochs.entries), not \(model.epochs)")
    }

    // MARK: Checkpoints and crashes

    private func owner(_ index: UInt64) -> ByteBuffer { ByteBuffer(string: "producers at \(index)") }

    private func checkpoint() throws {
        if let (job, index) = begun {
            begun = nil
            let result = job.run()
            log.finishCheckpoint(result)
            trace.append("checkpoint \(index) ends: \(result.isDurable)")
            if let failure = result.failure { throw failure }
            durable = index
            return
        }
        let index = UInt64(model.entries.count)
        trace.append("checkpoint \(index)")
        attempted.insert(index)
        begun = (try log.beginCheckpoint(applied: AppliedPosition(index: index, term: 7), ownerState: owner(index)), index)
        if random.chance(0.6) { try checkpoint() }
    }

    /// The power goes between two changes of whatever comes next.
    private func crashInTheMidst() throws {
        guard let simulated else { return try crash() }
        simulated.stop(afterChanges: Int.random(in: 0...12, using: &random))
        trace.append("power fails soon")
        do {
            for _ in 0..<5 {
                if random.chance(0.5) { try append() } else { try checkpoint() }
            }
        } catch let error as DiskError {
            _ = error
        } catch let error as RecordLogError {
            guard case .disk = error else { throw error }
        }
        try crash()
    }

    private func crash() throws {
        if let begun, random.chance(0.3) { _ = begun.job.run() }
        begun = nil
        if let old = simulated {
            let next = random.chance(0.5) ? old.crash() : old.kill()
            next.faults.capacity = .max
            simulated = next
            disk = next
        }
        configuration = Self.drawn(&random, mutant)
        let opened = try PartitionLog.open(disk, directory: Self.directory, configuration: configuration, replayableFrom: durable + 1)
        log = opened.log
        let index = opened.applied.index
        trace.append("crash; opened at \(index)")
        try require(index >= durable, "a durable checkpoint at \(durable) was lost: opened at \(index)")
        // A checkpoint under way may or may not have come through.
        try require(index == durable || attempted.contains(index), "a checkpoint at \(index) that nobody made")
        leftovers = false
        try require(index == 0 || opened.ownerState == owner(index), "the owner's state is not that of index \(index)")
        let entries = model.entries
        model = LogModel()
        for entry in entries[..<Int(index)] { model.apply(entry) }
        try compareEnds()
        for entry in entries[Int(index)...] {
            try carryOut(entry)
            model.apply(entry)
        }
        try compareEnds()
    }

    func require(_ holds: Bool, _ law: @autoclosure () -> String) throws {
        if !holds { throw Violation(law()) }
    }
}
