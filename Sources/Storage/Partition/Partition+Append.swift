import Environment
import KafkaRecords
import NIOCore
import Raft
import Replication

// How a batch gets its offset. The leader decides on its pending state, proposes, and answers at replay.

extension Partition {
    /// See ``StorageEngine/append(_:to:done:)``.
    func append(_ batch: AppendBatch, done: @escaping (Result<AppendOutcome, StorageError>) -> Void) {
        do throws(StorageError) {
            try decideAppend(batch, done)
        } catch {
            done(.failure(error))
        }
    }

    private func decideAppend(
        _ batch: AppendBatch, _ done: @escaping (Result<AppendOutcome, StorageError>) -> Void
    ) throws(StorageError) {
        let leading = try leading(currentLeaderEpoch: batch.currentLeaderEpoch)
        if batch.producerID >= 0, let known = pendingProducer(batch.producerID) {
            let last = ProducerState.sequence(batch.baseSequence, advancedBy: batch.recordCount - 1)
            switch known.judge(epoch: batch.producerEpoch, first: batch.baseSequence, last: last) {
            case .append: break
            case .duplicate(let original): return answerDuplicate(original, done)
            case .outOfOrder(let expected): throw .outOfOrderSequence(expected: expected, got: batch.baseSequence)
            case .staleEpoch(let current): throw .staleProducerEpoch(current: current, got: batch.producerEpoch)
            }
        }
        let baseOffset = leading.nextOffset
        // We are the range's only writer: the gateway handed it over and nobody reads it before it is committed.
        RecordBatchHeader.unsafePatch(shared: batch.bytes, baseOffset: baseOffset, leaderEpoch: leading.epoch)
        let index: LogIndex
        do throws(ProposalRefused) {
            index = try replica.propose(batch.bytes)
        } catch {
            throw StorageError(error)
        }
        note(batch, at: baseOffset)
        leadership?.nextOffset = baseOffset + Int64(batch.recordCount)
        leadership?.inFlight.append(PartitionLeadership.InFlight(index: index, baseOffset: baseOffset, done: [done]))
    }

    /// A retry: its original is committed, or on the way, and then it is answered with it.
    private func answerDuplicate(_ original: ProducerState.Batch, _ done: @escaping (Result<AppendOutcome, StorageError>) -> Void) {
        if original.firstOffset < highWatermark {
            return done(
                .success(
                    AppendOutcome(baseOffset: original.firstOffset, logStart: logStart, originalTimestamp: original.timestamp)))
        }
        guard let place = leadership?.inFlight.firstIndex(where: { $0.baseOffset == original.firstOffset }) else {
            violated("a batch beyond the high watermark is in flight")
        }
        leadership?.inFlight[place].done.append { outcome in
            done(outcome.map { AppendOutcome(baseOffset: $0.baseOffset, logStart: $0.logStart, originalTimestamp: original.timestamp) })
        }
    }

    /// A producer as it will be once everything in flight is committed.
    private func pendingProducer(_ id: Int64) -> ProducerState? { leadership?.producers[id] ?? image.producers[id] }

    private func note(_ batch: AppendBatch, at baseOffset: Int64) {
        guard batch.producerID >= 0 else { return }
        var state = pendingProducer(batch.producerID) ?? ProducerState(epoch: batch.producerEpoch)
        state.note(
            ProducerState.Batch(
                firstSequence: batch.baseSequence,
                lastSequence: ProducerState.sequence(batch.baseSequence, advancedBy: batch.recordCount - 1), firstOffset: baseOffset,
                lastOffset: baseOffset + Int64(batch.recordCount) - 1, timestamp: batch.maxTimestamp), epoch: batch.producerEpoch)
        leadership?.producers[batch.producerID] = state
    }
}

extension StorageError {
    init(_ refused: ProposalRefused) {
        switch refused {
        case .raft(.notLeader(let hint)): self = .notLeader(leader: hint?.node)
        case .raft(.transferring(let target)): self = .notLeader(leader: target.node)
        case .raft(.uncommittedBytesLimit): self = .overloaded
        case .diskFull: self = .diskFull
        }
    }
}
