import KafkaRecords
import NIOCore
import Testing

struct RecordBatchHeaderTests {
    @Test("A header tells what the builder was told")
    func fields() throws {
        let bytes = try batch([record("a", "1", at: 500), record("b", "2", at: 900), record("c", nil, at: 700)]) {
            $0.codec = .lz4
            $0.baseOffset = 1234
            $0.partitionLeaderEpoch = 9
            $0.producerID = 77
            $0.producerEpoch = 3
            $0.baseSequence = 41
            $0.isTransactional = true
        }
        let header = try RecordBatchHeader(parsing: bytes)
        #expect(header.baseOffset == 1234)
        #expect(header.sizeInBytes == bytes.readableBytes)
        #expect(header.partitionLeaderEpoch == 9)
        #expect(header.codec == .lz4)
        #expect(header.timestampType == .createTime)
        #expect(header.isTransactional)
        #expect(!header.isControl)
        #expect(!header.hasDeleteHorizon)
        #expect(header.lastOffsetDelta == 2)
        #expect(header.lastOffset == 1236)
        #expect(header.nextOffset == 1237)
        #expect(header.baseTimestamp == 500)
        #expect(header.maxTimestamp == 900)
        #expect(header.producerID == 77)
        #expect(header.producerEpoch == 3)
        #expect(header.baseSequence == 41)
        #expect(header.lastSequence == 43)
        #expect(header.recordCount == 3)
        #expect(header.matchesChecksum(of: bytes))
    }

    @Test("A sequence goes on at 0 behind the largest number")
    func sequenceWraps() throws {
        let bytes = try batch([record("a", "1"), record("b", "2"), record("c", "3")]) {
            $0.producerID = 1
            $0.producerEpoch = 0
            $0.baseSequence = .max - 1
        }
        #expect(try RecordBatchHeader(parsing: bytes).lastSequence == 0)
    }

    @Test("Patching offset and epoch leaves the checksum valid and every other byte as it was")
    func patchKeepsChecksum() throws {
        let before = try batch([record("a", "1"), record("b", "2")])
        var after = before
        RecordBatchHeader.patch(&after, baseOffset: 0x0102_0304_0506_0708, leaderEpoch: 0x1122_3344)
        let header = try RecordBatchHeader(parsing: after)
        #expect(header.baseOffset == 0x0102_0304_0506_0708)
        #expect(header.partitionLeaderEpoch == 0x1122_3344)
        #expect(header.matchesChecksum(of: after))
        #expect(try RecordBatchHeader(parsing: before).baseOffset == 0, "the other owner of the bytes sees no change")
        let patched = Set(Array(0..<8) + Array(12..<16))
        for (index, pair) in zip(before.allBytes, after.allBytes).enumerated() where !patched.contains(index) {
            #expect(pair.0 == pair.1)
        }
    }

    @Test("An unsafe patch is seen through every slice of the same bytes")
    func unsafePatchIsShared() throws {
        var frame = ByteBuffer(string: "frame before ")
        let start = frame.writerIndex
        frame.writeImmutableBuffer(try batch([record("a", "1")]))
        let slice = try RecordBatch(parsing: frame, at: start)
        RecordBatchHeader.unsafePatch(shared: slice.bytes, baseOffset: 42, leaderEpoch: 5)
        #expect(try RecordBatchHeader(parsing: frame, at: start).baseOffset == 42)
        #expect(try RecordBatchHeader(parsing: slice.bytes).partitionLeaderEpoch == 5)
        #expect(slice.hasValidChecksum)
        #expect(frame.getString(at: 0, length: start) == "frame before ")
    }

    @Test("Every byte behind the leader epoch and the magic is under the checksum")
    func checksumCovers() throws {
        let whole = try batch([record("key", "value")])
        for index in 17..<whole.readableBytes {
            var changed = whole
            let byte: UInt8 = changed.getInteger(at: index) ?? 0
            changed.setInteger(byte ^ 0x10, at: index)
            // A change that makes the header impossible is seen even before the checksum.
            let accepted = (try? RecordBatch(parsing: changed))?.hasValidChecksum ?? false
            #expect(!accepted, "byte \(index)")
        }
    }

    @Test(
        "A header that contradicts itself is refused",
        arguments: [
            (16, [3], "another magic"), (8, [0, 0, 0, 48], "no room for the header"), (8, [255, 255, 255, 255], "negative length"),
            (57, [255, 255, 255, 255], "negative count"), (23, [255, 255, 255, 255], "negative last offset"),
            (57, [0, 0, 0, 3], "more records than offsets"), (57, [127, 255, 255, 255], "more records than offsets"),
        ] as [(Int, [UInt8], String)])
    func contradiction(at offset: Int, bytes: [UInt8], what: String) throws {
        var changed = try batch([record("a", "1"), record("b", "2")])
        changed.setBytes(bytes, at: offset)
        #expect(throws: RecordsError.self, "\(what)") { try RecordBatchHeader(parsing: changed) }
    }

    @Test("A batch that is not compressed cannot have more records than bytes for them")
    func countIsBounded() throws {
        var changed = try batch([record("a", "1"), record("b", "2")])
        changed.setInteger(Int32(1_000_000), at: 23)
        changed.setInteger(Int32(1_000_001), at: 57)
        #expect(throws: RecordsError.self) { try RecordBatchHeader(parsing: changed) }
    }

    @Test("A header cut anywhere is told as incomplete")
    func cut() throws {
        let whole = try batch([record("a", "1")])
        for count in 0..<RecordBatchHeader.byteCount {
            #expect(throws: RecordsError.incomplete(needed: 61)) {
                try RecordBatchHeader(parsing: whole.getSlice(at: 0, length: count) ?? ByteBuffer())
            }
        }
    }
}
