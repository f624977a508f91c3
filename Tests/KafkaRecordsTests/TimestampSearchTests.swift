import KafkaRecords
import Testing

struct TimestampSearchTests {
    private func sample(_ codec: CompressionCodec, type: TimestampType = .createTime) throws -> RecordBatch {
        let records = [record("a", "1", at: 100), record("b", "2", at: 300), record("c", "3", at: 200), record("d", "4", at: 300)]
        return try RecordBatch(
            parsing: batch(records) {
                $0.codec = codec
                $0.baseOffset = 50
                $0.timestampType = type
                if type == .logAppendTime { $0.maxTimestamp = 999 }
            })
    }

    @Test("The first record at or after a time is the first in offset order", arguments: [CompressionCodec.none, .zstd])
    func first(codec: CompressionCodec) throws {
        let batch = try sample(codec)
        let expected: [(Int64, Int64?)] = [(0, 50), (100, 50), (101, 51), (200, 51), (300, 51), (301, nil)]
        for (time, offset) in expected {
            #expect(try batch.firstRecord(atOrAfter: time, limit: decompressedMax)?.offset == offset, "time \(time)")
        }
        #expect(try batch.firstRecord(atOrAfter: 150, from: 52, limit: decompressedMax) == TimestampedOffset(offset: 52, timestamp: 200))
    }

    @Test("The record of the largest timestamp is the first that has it", arguments: [CompressionCodec.none, .gzip])
    func largest(codec: CompressionCodec) throws {
        #expect(try sample(codec).recordOfMaxTimestamp(limit: decompressedMax) == TimestampedOffset(offset: 51, timestamp: 300))
        let logged = try sample(codec, type: .logAppendTime)
        #expect(try logged.recordOfMaxTimestamp(limit: decompressedMax) == TimestampedOffset(offset: 50, timestamp: 999))
    }
}
