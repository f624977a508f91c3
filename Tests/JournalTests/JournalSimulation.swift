import Environment
import Journal
import NIOCore
import Raft
import Simulator

/// One seeded life of a journal: random batches of many groups, crashes at any point, failing syncs, a full disk; after each crash it is
/// opened again and compared with a model.
struct JournalSimulation {
    /// A law that did not hold.
    struct Violation: Error, CustomStringConvertible {
        var description: String
    }

    /// One priority's history since the last opening. Batches of a priority become durable in order, so what is found after a crash
    /// must be what the first so many of them leave.
    private struct History {
        /// The states after 0, 1, 2, ... batches.
        var states = [JournalModel()]
        var ids: [UInt64] = []
        var completed = 0

        var newest: JournalModel { states[states.count - 1] }
    }

    let seed: UInt64
    let mutant: Mutant?
    private var random: SeededRandom
    private var limits = JournalLimits()
    private var disk: SimulatedDisk
    private var control = History()
    private var bulk = History()
    private var nextBatch: UInt64 = 1
    private(set) var crashes = 0
    /// A digest of all that happened: the same in every process.
    private(set) var trace: UInt64 = 0

    init(seed: UInt64, mutant: Mutant? = nil) {
        self.seed = seed
        self.mutant = mutant
        var random = SeededRandom(seed: seed)
        limits.segmentBytes = Int64.random(in: 1...32, using: &random) * 2048
        limits.uncheckpointedBytesMax = Int64.random(in: 5_000...100_000, using: &random)
        limits.totalBytesMax = Int64.random(in: 10_000...300_000, using: &random)
        limits.syncBytesMax = Int.random(in: 500...20_000, using: &random)
        limits.reappendBytesMax = Int.random(in: 0...20_000, using: &random)
        limits.freeBytesReserve = Int64.random(in: 0...50_000, using: &random)
        limits.growthBytes = Int.random(in: 0...8192, using: &random)
        limits.spareSegmentsMax = Int.random(in: 0...3, using: &random)
        disk = SimulatedDisk(seed: random.next(), faults: .drawn(using: &random))
        self.random = random
    }

    mutating func run() throws {
        for _ in 0..<Int.random(in: 3...10, using: &random) { try live() }
        // A last time without faults: what was acknowledged must be there.
        disk.faults = .none
        _ = try open()
    }

    private static func isControl(_ group: GroupID) -> Bool { group < GroupID(4) }

    /// One incarnation of the node.
    private mutating func live() throws {
        if random.chance(0.1) { disk.stop(afterChanges: Int.random(in: 0...6, using: &random)) }
        guard let opened = try open() else { return }
        if random.chance(0.2) { disk.faults.capacity = disk.usedBytes + Int64.random(in: 0...120_000, using: &random) }
        if random.chance(0.6) { disk.stop(afterChanges: Int.random(in: 0...40, using: &random)) }
        if random.chance(0.1) { disk.failSync(after: Int.random(in: 0...10, using: &random)) }
        for _ in 0..<Int.random(in: 0...120, using: &random) {
            if random.chance(0.6) { try submit(opened) }
            if random.chance(0.5) { opened.lane.step() }
            try hear(opened)
            if opened.client.failure != nil { break }
        }
        if opened.client.failure == nil, random.chance(0.2) { try closeCleanly(opened) }
        disk = random.chance(0.7) ? disk.crash() : disk.kill()
        disk.faults.capacity = .max
        crashes += 1
    }

    private mutating func open() throws -> JournalTests.Opened? {
        let opened: JournalTests.Opened
        do {
            opened = try JournalTests.open(disk, limits: limits, seed: random.next(), mutant: mutant)
        } catch JournalError.disk(let reason) {
            // The disk failed or the power went during opening: the next incarnation looks again.
            note(reason.utf8.count)
            disk = random.chance(0.7) ? disk.crash() : disk.kill()
            crashes += 1
            return nil
        } catch {
            throw Violation(description: "the journal does not open: \(error)")
        }
        control = try compare(opened.groups, control, named: "control") { Self.isControl($0) }
        bulk = try compare(opened.groups, bulk, named: "bulk") { !Self.isControl($0) }
        return opened
    }

    private mutating func compare(
        _ groups: [GroupID: RecoveredGroup], _ history: History, named name: String, where belongs: (GroupID) -> Bool
    ) throws -> History {
        let found = JournalModel(groups, where: belongs)
        guard let count = history.states.indices[history.completed...].first(where: { history.states[$0] == found }) else {
            let older = history.states.firstIndex(of: found)
            throw Violation(
                description: "\(history.completed) \(name) batches of \(history.ids.count) were acknowledged, "
                    + (older.map { "\($0) are there" } ?? "what is there was never the state"))
        }
        note(count)
        var next = History()
        next.states = [found]
        return next
    }

    /// Everything is written and the process ends: the accounting of the next must be the same.
    private mutating func closeCleanly(_ opened: JournalTests.Opened) throws {
        opened.lane.drain()
        try hear(opened)
        guard opened.client.failure == nil, !disk.isDead else { return }
        let before = opened.journal.uncheckpointedBytes
        disk = disk.kill()
        disk.faults.syncFailureChance = 0
        disk.faults.writeFailureChance = 0
        guard let again = try open() else { return }
        let after = again.journal.uncheckpointedBytes
        guard before == after else { throw Violation(description: "\(before) bytes were uncheckpointed, after opening again \(after)") }
    }

    private mutating func hear(_ opened: JournalTests.Opened) throws {
        let completed = opened.client.completed()
        for (isControl, name) in [(true, "control"), (false, "bulk")] {
            let ids = isControl ? control.ids : bulk.ids
            let heard = completed.filter { id in ids.contains(id) }
            guard heard[...] == ids.prefix(heard.count) else { throw Violation(description: "\(name) batches completed out of order") }
            if isControl { control.completed = heard.count } else { bulk.completed = heard.count }
        }
    }

    private mutating func submit(_ opened: JournalTests.Opened) throws {
        let isControl = random.chance(0.3)
        let id = nextBatch
        nextBatch += 1
        var batch = JournalBatch(core: 0, id: id, priority: isControl ? .control : .bulk)
        var model = isControl ? control.newest : bulk.newest
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            let group = GroupID(UInt64.random(in: isControl ? 0...3 : 4...12, using: &random))
            let operation = operation(group, model.groups[group] ?? .init())
            operation.add(to: &batch)
            model.apply(operation)
        }
        do {
            try opened.journal.submit(batch)
        } catch {
            switch error {
            case .noSpace, .stopped, .disk: return
            default: throw Violation(description: "a batch was refused: \(error)")
            }
        }
        if isControl {
            control.states.append(model)
            control.ids.append(id)
        } else {
            bulk.states.append(model)
            bulk.ids.append(id)
        }
    }

    private mutating func operation(_ id: GroupID, _ group: JournalModel.Group) -> JournalModel.Operation {
        let last = group.lastIndex.rawValue
        let released = group.released.index.rawValue
        let term = Term(max(1, group.entries.last?.term.rawValue ?? group.released.term.rawValue))
        switch Int.random(in: 0..<20, using: &random) {
        case 0..<9: return .append(id, entries(from: last + 1, term))
        case 9..<12: return .append(id, entries(from: UInt64.random(in: released + 1...last + 1, using: &random), term.next))
        case 12..<15:
            let vote = Bool.random(using: &random) ? VoterID(node: NodeID(1), directory: random.next()) : nil
            return .hardState(id, HardState(term: term.next, vote: vote))
        case 15..<18:
            let index = LogIndex(UInt64.random(in: released...last, using: &random))
            return .release(id, LogPosition(index: index, term: group.entries.first { $0.index == index }?.term ?? group.released.term))
        case 18:
            let index = LogIndex(released + UInt64.random(in: 0...20, using: &random))
            return .restart(id, LogPosition(index: index, term: term.next))
        default: return random.chance(0.3) ? .remove(id) : .append(id, entries(from: last + 1, term))
        }
    }

    private mutating func entries(from first: UInt64, _ term: Term) -> [LogEntry] {
        let large = random.chance(0.1)
        return (0..<UInt64.random(in: 1...5, using: &random)).map { offset in
            let count = Int.random(in: large ? 0...6000 : 0...300, using: &random)
            let payload = ByteBuffer(bytes: (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
            return LogEntry(index: LogIndex(first + offset), term: term, kind: random.chance(0.1) ? .empty : .normal, payload: payload)
        }
    }

    private mutating func note(_ value: Int) {
        trace = (trace ^ UInt64(bitPattern: Int64(value))) &* 0x100_0000_01B3 &+ UInt64(disk.statistics.changes)
    }
}
