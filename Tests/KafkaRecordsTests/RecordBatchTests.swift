import KafkaRecords
import NIOCore
import Testing

struct RecordBatchTests {
    private static let sample = [
        record("a", "one", at: 1000, offset: 0, headers: [RecordHeader("name", "value"), RecordHeader("name", nil), RecordHeader("", "")]),
        record(nil, "two", at: 990, offset: 1),
        record("c", nil, at: 1_000_000_000_000, offset: 2),
        record("", "", at: 0, offset: 3),
        record("big", String(repeating: "x", count: 70_000), at: -1, offset: 4),
    ]

    @Test("Records come back from a batch as they went in", arguments: CompressionCodec.allCases)
    func roundTrip(codec: CompressionCodec) throws {
        let bytes = try batch(Self.sample) { $0.codec = codec }
        let batch = try RecordBatch(parsing: bytes)
        #expect(batch.hasValidChecksum)
        #expect(batch.header.codec == codec)
        #expect(try batch.records(limit: decompressedMax) == Self.sample)
    }

    @Test("Views show what records hold", arguments: CompressionCodec.allCases)
    func views(codec: CompressionCodec) throws {
        let batch = try RecordBatch(
            parsing: batch(Self.sample) {
                $0.codec = codec; $0.baseOffset = 100
            })
        var index = 0
        try batch.forEachRecord(limit: decompressedMax) { view in
            let expected = Self.sample[index]
            #expect(view.offset == 100 + expected.offset)
            #expect(view.timestamp == expected.timestamp)
            #expect(view.key.map { Array($0) } == expected.key?.allBytes)
            #expect(view.value.map { Array($0) } == expected.value?.allBytes)
            #expect(view.headerCount == expected.headers.count)
            var headers: [RecordHeader] = []
            do {
                try view.forEachHeader {
                    headers.append(RecordHeader(name: ByteBuffer(bytes: $0), value: $1.map { ByteBuffer(bytes: $0) }))
                }
            } catch {
                Issue.record(error)
            }
            #expect(headers == expected.headers)
            index += 1
            return true
        }
        #expect(index == Self.sample.count)
    }

    @Test("Batches of another client are read: same records, valid checksum", arguments: Golden.batches.filter { $0.magic == 2 })
    func golden(golden: Golden.Batch) throws {
        let batch = try RecordBatch(parsing: ByteBuffer(bytes: bytes(hex: golden.hex)))
        #expect(batch.hasValidChecksum)
        #expect(batch.header.codec == golden.codec)
        #expect(batch.header.maxTimestamp == 1_700_000_000_007)
        #expect(try batch.records(limit: decompressedMax) == Golden.records)
    }

    @Test("The builder makes byte for byte what another client makes")
    func builderMatchesGolden() throws {
        let golden = try #require(Golden.batches.first { $0.magic == 2 && $0.codec == .none })
        var built = try batch(Golden.records)
        // kafka-python leaves -1 as the leader epoch too; nothing else is left open.
        built.setInteger(try RecordBatchHeader(parsing: ByteBuffer(bytes: bytes(hex: golden.hex))).partitionLeaderEpoch, at: 12)
        #expect(built.allBytes == bytes(hex: golden.hex))
    }

    @Test("With log append time every record has the batch's timestamp")
    func logAppendTime() throws {
        let bytes = try batch(Self.sample) {
            $0.timestampType = .logAppendTime; $0.maxTimestamp = 5555
        }
        #expect(try RecordBatch(parsing: bytes).records(limit: decompressedMax).allSatisfy { $0.timestamp == 5555 })
    }

    @Test("A visitor can stop, and what lies behind is not looked at")
    func stops() throws {
        var bytes = try batch([record("a", "1"), record("b", "2"), record("c", "3")])
        bytes.setInteger(UInt8(0xFF), at: bytes.writerIndex - 1)
        var seen = 0
        try RecordBatch(parsing: bytes).forEachRecord(limit: 0) { _ in
            seen += 1
            return seen < 2
        }
        #expect(seen == 2)
    }

    @Test("Batches one after another are found, and a cut last one is left out")
    func sequence() throws {
        var buffer = ByteBuffer(string: "head")
        buffer.moveReaderIndex(forwardBy: 4)
        for offset in 0..<3 { buffer.writeImmutableBuffer(try batch([record("k", "v")]) { $0.baseOffset = Int64(offset) }) }
        #expect(try RecordBatch.all(in: buffer).map(\.header.baseOffset) == [0, 1, 2])
        let cut = try #require(buffer.getSlice(at: buffer.readerIndex, length: buffer.readableBytes - 1))
        #expect(try RecordBatch.all(in: cut).map(\.header.baseOffset) == [0, 1])
        #expect(try RecordBatch.all(in: ByteBuffer()).isEmpty)
    }

    @Test("An empty batch cannot be built")
    func empty() {
        #expect(throws: RecordsError.self) { try RecordBatchBuilder().finish() }
    }

    @Test("Timestamps too far apart for a delta are refused, not wrapped")
    func timestampsApart() throws {
        var builder = RecordBatchBuilder()
        try builder.append(key: nil as ByteBuffer?, value: nil, timestamp: .min)
        #expect(throws: RecordsError.self) { try builder.append(key: nil as ByteBuffer?, value: nil, timestamp: 1) }
    }

    @Test("A delta that carries a timestamp over the end is refused", arguments: [Int64.max, Int64.max - 4])
    func timestampOverflow(base: Int64) throws {
        var bytes = try batch([record("a", "1", at: 0), record("b", "2", at: 5)])
        bytes.forge(base, at: 27)
        #expect(throws: RecordsError.self) { try RecordBatch(parsing: bytes).records(limit: decompressedMax) }
    }

    @Test("Markers tell commit from abort, with the coordinator's epoch")
    func markers() throws {
        for marker in [ControlMarker.commit(coordinatorEpoch: 7), .abort(coordinatorEpoch: 0)] {
            let bytes = try RecordBatch.endOfTransaction(marker, producerID: 5, producerEpoch: 1, timestamp: 1234)
            let batch = try RecordBatch(parsing: bytes)
            #expect(batch.hasValidChecksum)
            #expect(batch.header.isControl && batch.header.isTransactional)
            #expect(batch.header.baseSequence == -1)
            #expect(try batch.controlMarker() == marker)
        }
        #expect(try RecordBatch(parsing: batch([record("a", "b")])).controlMarker() == nil)
        let strange = try batch([record("x", "y")]) { $0.isControl = true }
        #expect(throws: RecordsError.self) { try RecordBatch(parsing: strange).controlMarker() }
    }
}
