public import Environment
import KafkaRecords
import NIOCore
public import Raft
import RecordLog
public import Replication

extension Partition: StateMachine {
    public func replay(_ entries: [LogEntry], at now: Instant) -> Int {
        var batches: [LogBatch] = []
        var noted = 0
        for (position, entry) in entries.enumerated() {
            guard entry.kind == .normal else {
                // A leader's first entry: every replica notes its epoch at the same offset.
                guard entry.kind == .empty else { continue }
                guard flush(&batches, upTo: position, &noted) else { return noted }
                log.beginEpoch(entry.term.leaderEpoch)
                continue
            }
            guard let content = PartitionEntry(decoding: entry.payload) else {
                environment.crash(
                    "partition group \(group): entry \(entry.index) is of a kind that this Martlet does not know; upgrade this node")
                return noted
            }
            switch content {
            case .batch(let bytes):
                batches.append(logBatch(bytes, entry))
            case .advanceLogStart, .expireProducers:
                guard flush(&batches, upTo: position, &noted) else { return noted }
                replay(content, entry)
                noted = position + 1
            }
        }
        guard flush(&batches, upTo: entries.count, &noted) else { return noted }
        waiters.wake(below: highWatermark)
        return noted
    }

    /// Appends the batches collected so far. False: the disk is full, and `noted` entries are applied.
    private func flush(_ batches: inout [LogBatch], upTo position: Int, _ noted: inout Int) -> Bool {
        if !batches.isEmpty {
            do throws(RecordLogError) {
                try log.append(batches)
            } catch {
                guard error.isDiskFull else {
                    environment.crash("partition group \(group): \(error)")
                    return false
                }
                return false
            }
            for batch in batches { finish(batch) }
            batches.removeAll(keepingCapacity: true)
        }
        noted = position
        return true
    }

    private func logBatch(_ bytes: ByteBuffer, _ entry: LogEntry) -> LogBatch {
        guard let header = parse(bytes) else {
            violated("an entry that begins with a zero byte is a whole batch: it was checked when proposed")
        }
        return LogBatch(
            bytes: bytes, baseOffset: header.baseOffset, lastOffset: header.lastOffset, maxTimestamp: header.maxTimestamp,
            leaderEpoch: header.partitionLeaderEpoch,
            applied: AppliedPosition(entry.position))
    }

    private func parse(_ bytes: ByteBuffer) -> RecordBatchHeader? {
        do throws(RecordsError) {
            return try RecordBatchHeader(parsing: bytes)
        } catch {
            return nil
        }
    }

    /// A batch is in the log: its producer is noted and its sender answered.
    private func finish(_ batch: LogBatch) {
        if let header = parse(batch.bytes), header.isIdempotent, mutant != .dedupTableForgotten {
            image.note(
                ProducerState.Batch(
                    firstSequence: header.baseSequence, lastSequence: header.lastSequence, firstOffset: header.baseOffset,
                    lastOffset: header.lastOffset, timestamp: header.maxTimestamp), producer: header.producerID, epoch: header.producerEpoch
            )
            settleProducer(header.producerID)
        }
        answer(LogIndex(batch.applied.index), batch.baseOffset)
    }

    /// When nothing of the producer is in flight any more, its pending state equals the committed one and need not be kept twice.
    private func settleProducer(_ id: Int64) {
        guard let pending = leadership?.producers[id], pending == image.producers[id] else { return }
        leadership?.producers[id] = nil
    }

    private func answer(_ index: LogIndex, _ baseOffset: Int64) {
        guard let first = leadership?.inFlight.first, first.index == index else { return }
        leadership?.inFlight.removeFirst()
        let outcome = AppendOutcome(baseOffset: baseOffset, logStart: logStart)
        for done in first.done { done(.success(outcome)) }
    }

    private func replay(_ command: PartitionEntry, _ entry: LogEntry) {
        switch command {
        case .batch: violated("batches are appended together")
        case .advanceLogStart(let offset):
            log.advanceLogStart(to: offset)
            waiters.wakeAll()
        case .expireProducers(let before):
            image.expire(before: before)
        }
        guard let first = leadership?.commands.first, first.index == entry.index else { return }
        leadership?.commands.removeFirst()
        first.done(.success(logStart))
    }

    public func roleChanged(_ role: GroupRole, at now: Instant) {
        dropLeadership(.outcomeUnknown)
        if case .leader(let term) = role {
            leadership = PartitionLeadership(term: term, nextOffset: log.endOffset, logStart: log.startOffset)
        }
        waiters.wakeAll()
    }

    func dropLeadership(_ error: StorageError) {
        guard let lost = leadership else { return }
        leadership = nil
        for batch in lost.inFlight { for done in batch.done { done(.failure(error)) } }
        for command in lost.commands { command.done(.failure(error)) }
    }

    public func remove(at now: Instant) {
        isRemoved = true
        dropLeadership(.unknownPartition)
        waiters.wakeAll()
    }

    public func removeFiles() { Self.removeFiles(directory, environment) }

    /// Removes, in the background, what a partition that is no more has left in its directory.
    public static func removeFiles(_ directory: String, _ environment: any NodeEnvironment) {
        environment.backgroundLane.run {
            do throws(RecordLogError) {
                try PartitionLog.remove(environment.disk, directory: directory)
            } catch {
                environment.log(.error, "\(directory) of a deleted partition was not removed: \(error)")
            }
        }
    }
}
