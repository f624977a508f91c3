import Environment
import KafkaProtocol
import NIOCore
import Raft
import Storage

/// Reads one partition from its start, now and then from anew; and asks for offsets and has records deleted in between.
final class Consumer: SimulatedClient {
    private let index: Int
    private let group: GroupID
    private var random: SeededRandom
    private let deletes: Bool
    private var leader = LeaderGuess()
    private var position: Int64 = 0
    private var highWatermark: Int64 = 0
    private var nextNumber: UInt64 = 1
    private var waiting: Waiting?
    private var finishing = false

    private struct Waiting {
        var number: UInt64
        var deadline: Int64
        var operation: ClientRequest.Operation
        /// Of the partition when the request left: what an answer must not be older than.
        var acknowledgedEnd: Int64
        var logStart: Int64
    }

    /// - Parameter deletes: asks to delete records, too.
    init(index: Int, group: GroupID, deletes: Bool, random: SeededRandom) {
        self.index = index
        self.group = group
        self.deletes = deletes
        self.random = random
    }

    var isIdle: Bool { true }

    func finish() { finishing = true }

    func step(_ world: SimulatedWorld) {
        let now = world.queue.now
        if let waiting {
            guard waiting.deadline <= now else { return world.wake(index, after: waiting.deadline - now) }
            self.waiting = nil
            leader.node = nil
        }
        guard !finishing else { return }
        guard let target = leader.node else {
            return send(.leader, to: Int.random(in: 0..<world.profile.nodes, using: &random), world, patience: 200_000_000)
        }
        send(choose(world), to: target, world, patience: 1_500_000_000)
    }

    private func choose(_ world: SimulatedWorld) -> ClientRequest.Operation {
        let draw = Int.random(in: 0..<100, using: &random)
        if draw < 10 { return .offset(OffsetQuery(.latest, currentLeaderEpoch: leader.epoch)) }
        if draw < 15 { return .offset(OffsetQuery(.earliest, currentLeaderEpoch: leader.epoch)) }
        if draw < 18, deletes {
            let offset = Int64.random(in: 0...max(1, highWatermark), using: &random)
            world.model(group).trimRequested(offset)
            return .deleteRecords(before: offset)
        }
        if draw < 20 { position = Int64.random(in: 0...max(1, highWatermark), using: &random) }
        return .read(
            ReadRequest(
                offset: position, bytesMax: Int.random(in: 0...20_000, using: &random), atLeastOneBatch: true,
                currentLeaderEpoch: leader.epoch))
    }

    private func send(_ operation: ClientRequest.Operation, to target: Int, _ world: SimulatedWorld, patience: Int64) {
        let number = nextNumber
        nextNumber += 1
        let model = world.model(group)
        waiting = Waiting(
            number: number, deadline: world.queue.now + patience, operation: operation, acknowledgedEnd: model.acknowledgedEnd,
            logStart: model.trimmed)
        world.send(ClientRequest(client: index, number: number, group: group, operation: operation), to: target)
        world.wake(index, after: patience)
    }

    func received(_ reply: Reply, _ world: SimulatedWorld) {
        guard let asked = waiting, asked.number == reply.number else { return }
        waiting = nil
        world.check { () throws(SimulationFailure) in
            switch reply.outcome {
            case .leader(let known):
                if let known { leader.learn(node: known.node, epoch: known.term.leaderEpoch) }
            case .read(let result): try read(result, world)
            case .offset(let result): try offset(result, asked, world)
            case .deleteRecords(.success(let start)): world.model(group).trimAcknowledged(start)
            case .deleteRecords(.failure(let error)): try failed(error)
            case .append: violated("a consumer does not append")
            }
        }
        world.wake(index, after: Int64.random(in: 1...50_000_000, using: &random))
    }

    private func read(_ result: Result<ReadOutcome, StorageError>, _ world: SimulatedWorld) throws(SimulationFailure) {
        switch result {
        case .failure(.offsetOutOfRange(let start, let end)):
            if end < highWatermark {
                throw SimulationFailure(.safety, "group \(group): consumer \(index) saw the end \(highWatermark), now \(end)")
            }
            position = max(start, min(position, end))
        case .failure(let error): try failed(error)
        case .success(let outcome):
            if outcome.highWatermark < highWatermark {
                throw SimulationFailure(
                    .safety, "group \(group): consumer \(index) saw the high watermark \(highWatermark), now \(outcome.highWatermark)")
            }
            highWatermark = outcome.highWatermark
            guard let bytes = outcome.records.buffer else { violated("the world reads file regions into memory") }
            position = try world.model(group).read(bytes, from: position, below: highWatermark)
        }
    }

    private func offset(
        _ result: Result<OffsetOutcome, StorageError>, _ asked: Waiting, _ world: SimulatedWorld
    ) throws(SimulationFailure) {
        guard case .offset(let query) = asked.operation else { violated("an answer is to what was asked") }
        switch (result, query.kind) {
        case (.failure(let error), _): try failed(error)
        case (.success(let outcome), .latest):
            if outcome.offset < asked.acknowledgedEnd {
                throw SimulationFailure(
                    .safety,
                    "group \(group): ListOffsets says the end is \(outcome.offset), but \(asked.acknowledgedEnd) was acknowledged before")
            }
            highWatermark = max(highWatermark, outcome.offset)
        case (.success(let outcome), _):
            if outcome.offset < asked.logStart {
                throw SimulationFailure(
                    .safety,
                    "group \(group): the log starts at \(outcome.offset), but its deletion up to \(asked.logStart) was acknowledged")
            }
        }
    }

    private func failed(_ error: StorageError) throws(SimulationFailure) {
        switch error {
        case .notLeader, .unknownPartition, .unknownLeaderEpoch, .fencedLeaderEpoch, .outcomeUnknown: leader.node = nil
        case .overloaded, .diskFull, .offsetOutOfRange: break
        default: throw SimulationFailure(.safety, "group \(group): consumer \(index) is told \(error)")
        }
    }
}
