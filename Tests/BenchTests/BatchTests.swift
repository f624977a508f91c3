import KafkaRecords
import NIOCore
import Testing

@testable import Bench

struct BatchTests {
    @Test(arguments: CompressionCodec.allCases)
    func aStampedBatchIsOneThatAServerTakes(codec: CompressionCodec) throws {
        var factory = try BatchFactory(recordBytes: 100, batchBytes: 16_384, batchRecords: 10_000, codec: codec)
        var bytes = try factory.batch(records: factory.recordsMax)
        BatchStamp.write(into: &bytes, timestamp: 1_700_000_000_123, producerID: 77, producerEpoch: 3, baseSequence: 500)
        let batch = try RecordBatch(parsing: bytes)
        #expect(batch.hasValidChecksum)
        #expect(batch.header.producerID == 77 && batch.header.producerEpoch == 3 && batch.header.baseSequence == 500)
        let records = try batch.records(limit: 1 << 20)
        #expect(records.count == factory.recordsMax)
        #expect(records.allSatisfy { $0.timestamp == 1_700_000_000_123 && $0.value?.readableBytes == 100 && $0.key == nil })
    }

    @Test func aFullBatchIsAsLargeAsItMayBe() throws {
        var factory = try BatchFactory(recordBytes: 100, batchBytes: 16_384, batchRecords: 10_000, codec: .none)
        #expect(try factory.batch(records: factory.recordsMax).readableBytes <= 16_384)
        #expect(try factory.batch(records: factory.recordsMax + 1).readableBytes > 16_384)
        let few = try BatchFactory(recordBytes: 100, batchBytes: 16_384, batchRecords: 3, codec: .none)
        #expect(few.recordsMax == 3)
        // A record that alone is too large travels alone.
        #expect(try BatchFactory(recordBytes: 1000, batchBytes: 10, batchRecords: 10, codec: .none).recordsMax == 1)
    }

    @Test func workIsDividedWhollyAndEvenly() {
        for (total, count) in [(10, 3), (3, 10), (0, 4), (1_000_001, 7)] {
            let shares = Share.of(total, among: count)
            #expect(shares.reduce(0, +) == total && shares.count == count)
            #expect((shares.max() ?? 0) - (shares.min() ?? 0) <= 1)
        }
        #expect(Share.partitions([0, 1, 2, 3, 4], among: 2) == [[0, 2, 4], [1, 3]])
        #expect(Share.partitions([0, 1], among: 3) == [[0], [1], [0]])
    }

    @Test func aProcessCanBeMeasured() throws {
        let sample = try ProcessMeter.own.sample()
        #expect(sample.anonymousBytes > 1 << 20)
        #expect(sample.cpuSeconds >= 0)
        #expect(throws: ProcessMeter.Unreadable.self) { _ = try ProcessMeter(pid: -1).sample() }
    }
}
