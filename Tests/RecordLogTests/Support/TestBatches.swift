import Environment
import KafkaRecords
import NIOCore
import RecordLog

/// A record batch for tests, with what is known of it.
struct TestBatch {
    var log: LogBatch
    var timestamps: [Int64]

    /// One record for each timestamp, with a value of `valueBytes` bytes.
    init(
        at baseOffset: Int64, timestamps: [Int64], valueBytes: Int = 20, epoch: Int32 = 0, index: UInt64 = 1,
        codec: CompressionCodec = .none
    ) throws {
        var options = RecordBatchBuilder.Options()
        options.baseOffset = baseOffset
        options.partitionLeaderEpoch = epoch
        options.codec = codec
        var builder = RecordBatchBuilder(options)
        for (number, timestamp) in timestamps.enumerated() {
            let fill = UInt8(truncatingIfNeeded: baseOffset &+ Int64(number))
            try builder.append(key: nil, value: ByteBuffer(repeating: fill, count: valueBytes), timestamp: timestamp)
        }
        let bytes = try builder.finish()
        self.timestamps = timestamps
        log = LogBatch(
            bytes: bytes, baseOffset: baseOffset, lastOffset: baseOffset + Int64(timestamps.count) - 1,
            maxTimestamp: timestamps.max() ?? -1,
            leaderEpoch: epoch, applied: AppliedPosition(index: index, term: UInt64(max(0, epoch))))
    }

    /// `count` batches of one record each, from an offset on, with timestamps 1000 + offset.
    static func row(from offset: Int64, count: Int, valueBytes: Int = 20, epoch: Int32 = 0) throws -> [LogBatch] {
        try (offset..<offset + Int64(count)).map {
            try TestBatch(at: $0, timestamps: [1000 + $0], valueBytes: valueBytes, epoch: epoch, index: UInt64($0) + 1).log
        }
    }
}

extension PartitionLog {
    /// Reads all from an offset to the end, one read after the other.
    func readAll(from offset: Int64? = nil, maxBytes: Int = 1 << 20) throws -> ByteBuffer {
        var all = ByteBuffer()
        var next = offset ?? startOffset
        while next < endOffset {
            let read = try read(from: next, upTo: endOffset, maxBytes: maxBytes, minOneBatch: true)
            guard read.nextOffset > next else { break }
            var bytes = try read.bytes()
            all.writeBuffer(&bytes)
            next = read.nextOffset
        }
        return all
    }

    /// A whole checkpoint, at once.
    @discardableResult
    func checkpoint(applied: UInt64, term: UInt64 = 0, ownerState: ByteBuffer = ByteBuffer()) throws -> CheckpointResult {
        let job = try beginCheckpoint(applied: AppliedPosition(index: applied, term: term), ownerState: ownerState)
        let result = job.run()
        finishCheckpoint(result)
        return result
    }
}

extension [LogBatch] {
    var bytes: ByteBuffer {
        var all = ByteBuffer()
        for batch in self {
            all.writeImmutableBuffer(batch.bytes)
            for piece in batch.rest { all.writeImmutableBuffer(piece) }
        }
        return all
    }
}

extension LogConfiguration {
    /// Everything small, and nothing kept in memory.
    static func small(segmentBytes: Int64 = 1000, tailBytes: Int = 0) -> LogConfiguration {
        var configuration = LogConfiguration()
        configuration.segmentBytes = segmentBytes
        configuration.limits.tailBytesMax = tailBytes
        configuration.limits.indexIntervalBytes = 200
        return configuration
    }
}
