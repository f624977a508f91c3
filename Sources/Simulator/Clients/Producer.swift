import Environment
import KafkaRecords
import NIOCore
import Raft
import Storage

/// Sends batches to one partition, several at a time, each until it is acknowledged; perhaps with sequence numbers.
final class Producer: SimulatedClient {
    private struct Pending {
        var batch: ByteBuffer
        var hash: UInt64
        var count: Int32
        var sequence: Int32
        /// Counts the producer's batches.
        var ordinal: Int
        var number: UInt64?
        var deadline: Int64 = 0
        var nextTry: Int64 = 0
    }

    private let index: Int
    private let group: GroupID
    private let isIdempotent: Bool
    private let window: Int
    private let batchesMax: Int
    private var random: SeededRandom
    private var leader = LeaderGuess()
    private var asking: (number: UInt64, deadline: Int64)?
    private var pending: [Pending] = []
    private var nextSequence: Int32 = 0
    private var nextNumber: UInt64 = 1
    private var made = 0
    private var nextBatchAt: Int64 = 0
    private var finishing = false
    private(set) var acknowledged = 0

    private static let patience: Int64 = 1_500_000_000

    /// - Parameter batchesMax: makes no more than these.
    init(index: Int, group: GroupID, isIdempotent: Bool, batchesMax: Int = .max, random: SeededRandom) {
        self.index = index
        self.group = group
        self.isIdempotent = isIdempotent
        self.batchesMax = batchesMax
        self.random = random
        window = Int.random(in: 1...5, using: &self.random)
    }

    var isIdle: Bool { pending.isEmpty }

    func finish() { finishing = true }

    private var producerID: Int64 { isIdempotent ? Int64(1000 + index) : -1 }

    func step(_ world: SimulatedWorld) {
        let now = world.queue.now
        // A partition remembers five batches of a producer: none is sent while one five before it is not acknowledged.
        // The first batch goes alone: a partition takes a producer that it does not know at any sequence, as Kafka does (KIP-360).
        let window = isIdempotent && acknowledged == 0 ? 1 : window
        if !finishing, made < batchesMax, made - (pending.first?.ordinal ?? made) < window, now >= nextBatchAt { make(world) }
        guard let target = leader.node else { return ask(world, now) }
        for place in pending.indices {
            if pending[place].number != nil, pending[place].deadline <= now {
                pending[place].number = nil
                leader.node = nil
            }
            if pending[place].number == nil, pending[place].nextTry <= now { send(place, to: target, world, now) }
        }
        world.wake(index, after: Int64.random(in: 1...max(1, world.profile.producePause.nanosecondsSaturating), using: &random))
    }

    private func ask(_ world: SimulatedWorld, _ now: Int64) {
        if asking.map({ $0.deadline <= now }) ?? true {
            let number = take()
            asking = (number, now + 200_000_000)
            world.send(
                ClientRequest(client: index, number: number, group: group, operation: .leader),
                to: Int.random(in: 0..<world.profile.nodes, using: &random))
        }
        world.wake(index, after: 50_000_000)
    }

    private func take() -> UInt64 {
        defer { nextNumber += 1 }
        return nextNumber
    }

    private func make(_ world: SimulatedWorld) {
        var options = RecordBatchBuilder.Options()
        let count = Int32.random(in: 1...Int32(world.profile.recordsMax), using: &random)
        if isIdempotent {
            options.producerID = producerID
            options.producerEpoch = 0
            options.baseSequence = nextSequence
        }
        var builder = RecordBatchBuilder(options)
        do throws(RecordsError) {
            for record in 0..<count {
                let length = Int.random(in: 0...world.profile.valueBytesMax, using: &random)
                try builder.append(
                    key: ByteBuffer(string: "\(index)-\(made)-\(record)"),
                    value: ByteBuffer(repeating: UInt8(truncatingIfNeeded: made), count: length),
                    timestamp: SimulatedClock.epoch + world.queue.now / 1_000_000)
            }
            let batch = try builder.finish()
            let hash = PartitionModel.hash(batch)
            world.model(group).produced(hash, by: producerID, sequence: nextSequence, count: count)
            pending.append(Pending(batch: batch, hash: hash, count: count, sequence: nextSequence, ordinal: made))
        } catch {
            violated("a small batch can be built: \(error)")
        }
        made += 1
        nextSequence += count
        nextBatchAt = world.queue.now + Int64.random(in: 0...max(1, world.profile.producePause.nanosecondsSaturating), using: &random)
    }

    private func send(_ place: Int, to target: Int, _ world: SimulatedWorld, _ now: Int64) {
        let number = take()
        pending[place].number = number
        pending[place].deadline = now + Self.patience
        let entry = pending[place]
        // A copy: the leader writes the offset into the bytes it gets.
        let bytes = ByteBuffer(bytes: entry.batch.readableBytesView)
        let batch = AppendBatch(
            bytes: bytes, recordCount: entry.count, maxTimestamp: SimulatedClock.epoch + now / 1_000_000, producerID: producerID,
            producerEpoch: isIdempotent ? 0 : -1, baseSequence: isIdempotent ? entry.sequence : -1)
        world.send(ClientRequest(client: index, number: number, group: group, operation: .append(batch)), to: target)
    }

    func received(_ reply: Reply, _ world: SimulatedWorld) {
        switch reply.outcome {
        case .leader(let known):
            guard reply.number == asking?.number else { return }
            asking = nil
            if let known { leader.learn(node: known.node, epoch: known.term.leaderEpoch) }
        case .append(let result):
            guard let place = pending.firstIndex(where: { $0.number == reply.number }) else {
                // Too late for us, and true all the same.
                if case .success(let outcome) = result { world.model(group).lateAcknowledgement(through: outcome.baseOffset) }
                return
            }
            switch result {
            case .success(let outcome):
                let entry = pending.remove(at: place)
                acknowledged += 1
                world.check { () throws(SimulationFailure) in
                    try world.model(group).acknowledged(entry.hash, at: outcome.baseOffset, count: entry.count)
                }
            case .failure(let error):
                retry(place, error, world)
            }
        default: violated("a producer asks for nothing else")
        }
        step(world)
    }

    private func retry(_ place: Int, _ error: StorageError, _ world: SimulatedWorld) {
        world.trace.note("\(world.queue.now) client \(index): batch of sequence \(pending[place].sequence): \(error)")
        pending[place].number = nil
        pending[place].nextTry = world.queue.now + Int64.random(in: 1_000_000...100_000_000, using: &random)
        switch error {
        case .notLeader, .unknownPartition, .outcomeUnknown: leader.node = nil
        case .overloaded, .diskFull: break
        // A batch before this one is on its way again.
        case .outOfOrderSequence where isIdempotent: break
        default:
            world.fail(SimulationFailure(.safety, "group \(group): producer \(index) is told \(error)"))
        }
    }
}
