import Environment
import KafkaProtocol
import KafkaRecords
import NIOCore
import Storage

/// Partitions in memory. Reads and waits are real; what else is asked is noted and answered as the test says.
final class ScriptedEngine: StorageEngine {
    private struct Partition {
        var batches: [RecordBatch] = []
        var waiters: [UInt64: (offset: Int64, notify: @Sendable () -> Void)] = [:]
        var end: Int64 { batches.last?.header.nextOffset ?? 0 }
    }

    private var partitions: [GroupID: Partition] = [:]
    private var nextRegistration: UInt64 = 1
    private(set) var reads = 0
    var waiterCount: Int { partitions.values.reduce(0) { $0 + $1.waiters.count } }
    /// Called before each read, with the number of reads so far.
    var onRead: (Int) -> Void = { _ in }

    private(set) var appended: [AppendBatch] = []
    private(set) var queries: [OffsetQuery] = []
    var appendOutcome: Result<AppendOutcome, StorageError> = .success(AppendOutcome(baseOffset: 0, logStart: 0))
    var offsetOutcome: Result<OffsetOutcome, StorageError> = .success(OffsetOutcome(offset: 7, timestamp: -1, leaderEpoch: 0))

    func create(_ group: GroupID) { partitions[group] = Partition() }

    /// Adds a batch, whose base offset must be the partition's end, and wakes who waits for it.
    func put(_ batch: ByteBuffer, in group: GroupID) throws {
        partitions[group]?.batches.append(try RecordBatch(parsing: batch))
        let end = partitions[group]?.end ?? 0
        for (id, waiter) in (partitions[group]?.waiters ?? [:]).sorted(by: { $0.key < $1.key }) where waiter.offset < end {
            partitions[group]?.waiters[id] = nil
            waiter.notify()
        }
    }

    func read(_ request: ReadRequest, from group: GroupID, done: @escaping (Result<ReadOutcome, StorageError>) -> Void) {
        reads += 1
        onRead(reads)
        guard let partition = partitions[group] else { return done(.failure(.unknownPartition)) }
        guard (0...partition.end).contains(request.offset) else {
            return done(.failure(.offsetOutOfRange(logStart: 0, logEnd: partition.end)))
        }
        var records = ByteBuffer()
        for batch in partition.batches where batch.header.lastOffset >= request.offset {
            let isOwed = request.atLeastOneBatch && records.readableBytes == 0
            guard isOwed || records.readableBytes + batch.header.sizeInBytes <= request.bytesMax else { break }
            records.writeImmutableBuffer(batch.bytes)
        }
        done(
            .success(
                ReadOutcome(records: .bytes(records), highWatermark: partition.end, lastStableOffset: partition.end, logStart: 0)))
    }

    func wait(forDataAt offset: Int64, in group: GroupID, notify: @escaping @Sendable () -> Void) -> UInt64? {
        guard let partition = partitions[group], partition.end <= offset else { return nil }
        defer { nextRegistration += 1 }
        partitions[group]?.waiters[nextRegistration] = (offset, notify)
        return nextRegistration
    }

    func cancelWait(_ registration: UInt64, in group: GroupID) { partitions[group]?.waiters[registration] = nil }

    func append(_ batch: AppendBatch, to partition: GroupID, done: @escaping (Result<AppendOutcome, StorageError>) -> Void) {
        appended.append(batch)
        done(appendOutcome)
    }

    func offset(_ query: OffsetQuery, in partition: GroupID, done: @escaping (Result<OffsetOutcome, StorageError>) -> Void) {
        queries.append(query)
        done(offsetOutcome)
    }

    func usage(of group: GroupID) -> PartitionUsage? {
        partitions[group].map { PartitionUsage(bytes: 0, logStart: 3, highWatermark: $0.end, segments: 1) }
    }

    // MARK: - Not asked for here

    func deleteRecords(before offset: Int64, in partition: GroupID, done: @escaping (Result<Int64, StorageError>) -> Void) {
        done(.failure(.unknownPartition))
    }
    func producers(in partition: GroupID, done: @escaping (Result<[ProducerSummary], StorageError>) -> Void) {
        done(.failure(.unknownPartition))
    }
}
