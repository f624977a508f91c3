import Environment
import KafkaRecords
import NIOCore
import RecordLog
import Simulator
import Testing

@Suite struct DumpTests {
    @Test func everyBatchIsShownAndItsChecksumTested() throws {
        let fixture = try LogFixture(.small(segmentBytes: 1 << 20))
        let batches = try (0..<5).map { try TestBatch(at: Int64($0) * 2, timestamps: [7, 9], valueBytes: 40_000 * $0, codec: .gzip).log }
        try fixture.log.append(batches)
        fixture.corrupt(segmentName(0), at: Int64(batches[0].size) + 63)
        var dump = try SegmentDump(fixture.disk.open(fixture.path(segmentName(0)), .read))
        var position: Int64 = 0
        for (number, batch) in batches.enumerated() {
            let shown = try #require(try dump.next())
            #expect(shown.position == position)
            #expect(shown.header.baseOffset == batch.baseOffset && shown.header.recordCount == 2 && shown.header.codec == .gzip)
            #expect(shown.checksumHolds == (number != 1))
            position += Int64(batch.size)
        }
        #expect(try dump.next() == nil)
    }

    @Test func rubbishIsRefusedWhateverItIs() throws {
        var random = SeededRandom(seed: 5)
        let whole = try Array(TestBatch.row(from: 0, count: 3).bytes.readableBytesView)
        for number in 0..<3000 {
            var bytes = whole
            if number.isMultiple(of: 3) { bytes.removeLast(Int.random(in: 1...bytes.count, using: &random)) }
            for _ in 0..<Int.random(in: 0...4, using: &random) where !bytes.isEmpty {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            let fixture = try LogFixture()
            try fixture.disk.createDirectory(LogFixture.directory)
            let file = try fixture.disk.open(fixture.path("x.log"), .create)
            try bytes.withUnsafeBytes { try file.write(at: 0, [$0]) }
            do {
                var dump = try SegmentDump(file)
                var count = 0
                while let batch = try dump.next() {
                    count += 1
                    #expect(batch.position + Int64(batch.header.sizeInBytes) <= Int64(bytes.count))
                }
                #expect(count <= 3)
            } catch RecordLogError.corrupt {}
        }
    }
}
