public import Environment
import KafkaProtocol
import NIOCore
import Replication

/// The built-in engine: every partition a Raft group with its log on this node's disk. One instance per core.
public final class EmbeddedEngine: StorageEngine {
    private var partitions: [GroupID: Partition] = [:]

    public init() {}

    public var count: Int { partitions.count }

    public func partition(_ group: GroupID) -> Partition? { partitions[group] }

    public func insert(_ partition: Partition) { partitions[partition.group] = partition }

    /// Forgets it here; the replication core removes its group and its files.
    public func remove(_ group: GroupID) { partitions[group] = nil }

    /// In order of group.
    public var all: [Partition] { partitions.sorted { $0.key < $1.key }.map(\.value) }

    // MARK: - StorageEngine

    public func append(_ batch: AppendBatch, to group: GroupID, done: @escaping (Result<AppendOutcome, StorageError>) -> Void) {
        guard let partition = partitions[group] else { return done(.failure(.unknownPartition)) }
        partition.append(batch, done: done)
    }

    public func read(_ request: ReadRequest, from group: GroupID, done: @escaping (Result<ReadOutcome, StorageError>) -> Void) {
        guard let partition = partitions[group] else { return done(.failure(.unknownPartition)) }
        do throws(StorageError) {
            done(.success(try partition.read(request)))
        } catch {
            done(.failure(error))
        }
    }

    public func offset(_ query: OffsetQuery, in group: GroupID, done: @escaping (Result<OffsetOutcome, StorageError>) -> Void) {
        guard let partition = partitions[group] else { return done(.failure(.unknownPartition)) }
        partition.offset(query, done: done)
    }

    public func deleteRecords(before offset: Int64, in group: GroupID, done: @escaping (Result<Int64, StorageError>) -> Void) {
        guard let partition = partitions[group] else { return done(.failure(.unknownPartition)) }
        partition.deleteRecords(before: offset, done: done)
    }

    public func producers(in group: GroupID, done: @escaping (Result<[ProducerSummary], StorageError>) -> Void) {
        guard let partition = partitions[group] else { return done(.failure(.unknownPartition)) }
        done(partition.producerSummaries())
    }

    public func wait(forDataAt offset: Int64, in group: GroupID, notify: @escaping @Sendable () -> Void) -> UInt64? {
        guard let partition = partitions[group], partition.leadership != nil, partition.highWatermark <= offset else { return nil }
        return partition.waiters.add(offset: offset, notify: notify)
    }

    public func cancelWait(_ registration: UInt64, in group: GroupID) {
        partitions[group]?.waiters.remove(registration)
    }

    public func usage(of group: GroupID) -> PartitionUsage? {
        guard let partition = partitions[group] else { return nil }
        return PartitionUsage(
            bytes: partition.log.byteCount, logStart: partition.logStart, highWatermark: partition.highWatermark,
            segments: partition.log.segmentCount)
    }
}

extension Partition {
    func producerSummaries() -> Result<[ProducerSummary], StorageError> {
        guard leadership != nil else { return .failure(isRemoved ? .unknownPartition : .notLeader(leader: replica.leader?.node)) }
        return .success(
            image.producers.sorted { $0.key < $1.key }.map { id, state in
                ProducerSummary(
                    producerID: id, epoch: state.epoch, lastSequence: state.batches.last?.lastSequence ?? -1,
                    lastTimestamp: state.lastTimestamp)
            })
    }
}
