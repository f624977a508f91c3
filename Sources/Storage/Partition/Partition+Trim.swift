public import Environment
import NIOCore
import Raft
import Replication
import RecordLog

// What makes the log forget: DeleteRecords, retention, expiry of producers. Each is decided by the leader and logged.

extension Partition {
    /// See ``StorageEngine/deleteRecords(before:in:done:)``.
    func deleteRecords(before offset: Int64, done: @escaping (Result<Int64, StorageError>) -> Void) {
        do throws(StorageError) {
            _ = try leading(currentLeaderEpoch: nil)
            let target = offset == -1 ? highWatermark : offset
            guard target >= 0, target <= highWatermark else { throw .offsetOutOfRange(logStart: logStart, logEnd: highWatermark) }
            guard target > logStart else { return done(.success(logStart)) }
            if mutant == .logStartUnlogged {
                log.advanceLogStart(to: target)
                return done(.success(logStart))
            }
            try propose(.advanceLogStart(target), done)
        } catch {
            done(.failure(error))
        }
    }

    /// Proposes what retention asks for now. Called from time to time by the engine.
    public func retain(at now: WallTime, producerExpiration: Int64) {
        guard let leadership, leadership.commands.isEmpty else { return }
        let start = log.retentionCandidate(
            at: now, time: settings.retentionMilliseconds.map { .milliseconds($0) }, bytes: settings.retentionBytes)
        if let start, start > logStart { proposeQuietly(.advanceLogStart(min(start, highWatermark))) }
        let horizon = now.milliseconds - producerExpiration
        if image.producers.contains(where: { $0.value.lastTimestamp < horizon && leadership.producers[$0.key] == nil }) {
            proposeQuietly(.expireProducers(before: horizon))
        }
    }

    private func propose(
        _ command: PartitionEntry, _ done: @escaping (Result<Int64, StorageError>) -> Void
    ) throws(StorageError) {
        let index: LogIndex
        do throws(ProposalRefused) {
            index = try replica.propose(command.encoded, onFullDisk: true)
        } catch {
            throw StorageError(error)
        }
        leadership?.commands.append(PartitionLeadership.Command(index: index, done: done))
    }

    /// Housekeeping: if it is refused now, the next round tries again.
    private func proposeQuietly(_ command: PartitionEntry) {
        do throws(StorageError) {
            try propose(command) { _ in }
        } catch {
            environment.log(.debug, "group \(group): \(command) put off: \(error)")
        }
    }
}
