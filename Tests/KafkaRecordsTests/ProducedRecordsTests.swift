import KafkaRecords
import NIOCore
import Testing

/// What Kafka 4.2.1 answered to the same records, except where a comment says otherwise.
struct ProducedRecordsTests {
    private static let now: Int64 = 1_700_000_500_000

    private func accept(
        _ records: ByteBuffer, version: Int16 = 9, _ change: (inout TopicRecordPolicy) -> Void = { _ in }
    ) throws -> RecordBatch {
        var policy = TopicRecordPolicy()
        change(&policy)
        return try ProducedRecords.accept(records, version: version, policy: policy, now: Self.now)
    }

    /// The code the records are refused with; 0 if they are accepted.
    private func code(
        _ records: ByteBuffer, version: Int16 = 9, _ change: (inout TopicRecordPolicy) -> Void = { _ in }
    ) -> Int16 {
        do {
            _ = try accept(records, version: version, change)
            return 0
        } catch {
            return (error as? RecordsError)?.errorCode ?? -1
        }
    }

    private func two(_ change: (inout RecordBatchBuilder.Options) -> Void = { _ in }) throws -> ByteBuffer {
        try batch([record("k", "one"), record(nil, "two")], change)
    }

    // MARK: Untouched

    @Test("A good batch is returned as a slice of the request, untouched", arguments: CompressionCodec.allCases)
    func untouched(codec: CompressionCodec) throws {
        var frame = ByteBuffer(string: "before")
        frame.moveReaderIndex(forwardBy: 6)
        frame.writeImmutableBuffer(try two { $0.codec = codec })
        let accepted = try accept(frame)
        #expect(accepted.bytes == frame)
        let sharesMemory = accepted.bytes.withUnsafeReadableBytes { slice in
            frame.withUnsafeReadableBytes { slice.baseAddress == $0.baseAddress }
        }
        #expect(sharesMemory)
    }

    @Test("Bits without meaning, the delete horizon, the leader epoch and odd producer fields are taken as they come")
    func oddities() throws {
        for attributes in [Int16(16384), 64] {
            var bytes = try two()
            bytes.forge(attributes, at: 21)
            #expect(try accept(bytes).bytes == bytes)
        }
        var bytes = try two()
        bytes.setInteger(Int32(77), at: 12)
        #expect(try accept(bytes).bytes == bytes)
        #expect(code(try two { $0.producerEpoch = 0 }) == 0)
        #expect(code(try two { $0.baseSequence = 0 }) == 0)
        #expect(
            code(
                try two {
                    $0.producerID = -2; $0.producerEpoch = 0; $0.baseSequence = 0
                }) == 0)
        #expect(
            code(
                try two {
                    $0.producerID = 5; $0.producerEpoch = -1; $0.baseSequence = 0
                }) == 0)
        #expect(code(try batch([record(nil, nil)])) == 0)
    }

    @Test("A few bytes behind a whole batch are ignored, a second batch is not")
    func trailing() throws {
        var bytes = try two()
        let size = bytes.readableBytes
        bytes.writeBytes([1, 2, 3, 4])
        #expect(try accept(bytes).bytes.readableBytes == size)
        var twice = try two()
        twice.writeImmutableBuffer(try two())
        #expect(code(twice) == 87)
        // Kafka takes a cut second batch for rubbish, and answers as if it had stored it.
        #expect(code(twice.getSlice(at: 0, length: twice.readableBytes - 1) ?? twice) == 87)
    }

    // MARK: Refused

    @Test("A wrong checksum is CORRUPT_MESSAGE")
    func wrongChecksum() throws {
        var bytes = try two()
        bytes.setInteger(UInt32(7), at: 17)
        #expect(code(bytes) == 2)
        #expect(code(bytes, version: 3) == 2)
    }

    @Test("A bit flipped anywhere behind the checksum is CORRUPT_MESSAGE, also where the header then contradicts itself")
    func flippedBits() throws {
        let good = try two()
        for at in 17..<good.readableBytes {
            for bit in 0..<8 {
                var bad = good
                bad.setInteger(good.allBytes[at] ^ 1 << bit, at: at)
                #expect(code(bad) == 2, "bit \(bit) of byte \(at)")
            }
        }
    }

    @Test("An unknown magic is CORRUPT_MESSAGE")
    func unknownMagic() throws {
        var bytes = try two()
        bytes.setInteger(Int8(3), at: 16)
        #expect(throws: RecordsError.corrupt("Invalid magic found in record: 3")) { try accept(bytes) }
    }

    @Test(
        "Bytes that cannot be a batch are refused as Kafka refuses them",
        arguments: [
            ("", 87), ("00", 87), ("000000000000000000000000", 2), ("0000000000000000ffffffff", 2),
            ("abababababababababababababababababababab", 2), ("00000000000000000000000e", 87),
        ] as [(String, Int16)])
    func rubbish(hex: String, expected: Int16) {
        #expect(code(ByteBuffer(bytes: bytes(hex: hex))) == expected)
    }

    @Test("A batch cut anywhere is INVALID_RECORD")
    func cut() throws {
        let bytes = try two()
        for count in 0..<bytes.readableBytes {
            #expect(code(bytes.getSlice(at: 0, length: count) ?? bytes) == 87, "\(count) bytes")
        }
    }

    @Test("A length that is too small is CORRUPT_MESSAGE")
    func shortLength() throws {
        var bytes = try batch([record(nil, "xxxxxxxx")])
        bytes.setInteger(Int32(bytes.readableBytes - 12 - 5), at: 8)
        #expect(code(bytes) == 2)
    }

    @Test("Counts and offsets that do not fit the records are INVALID_RECORD")
    func counts() throws {
        var fewer = try two()
        fewer.setInteger(Int32(0), at: 23)
        fewer.forge(Int32(1), at: 57)
        #expect(code(fewer) == 87)

        var none = try two()
        none.setInteger(Int32(0), at: 23)
        none.forge(Int32(0), at: 57)
        #expect(code(none) == 87)

        var negative = try two()
        negative.forge(Int32(-1), at: 57)
        #expect(code(negative) == 87)

        var gap = try two()
        gap.forge(Int32(2), at: 23)
        #expect(code(gap) == 87)

        var more = try two { $0.codec = .gzip }
        more.setInteger(Int32(2), at: 23)
        more.forge(Int32(3), at: 57)
        #expect(code(more) == 87)

        #expect(code(try two { $0.baseOffset = 55 }) == 87)
    }

    @Test("A batch of a producer with an id has a sequence")
    func sequence() throws {
        #expect(
            code(
                try two {
                    $0.producerID = 5; $0.producerEpoch = 0
                }) == 87)
        #expect(
            code(
                try two {
                    $0.producerID = 5; $0.producerEpoch = 0; $0.baseSequence = -5
                }) == 87)
    }

    @Test("A client's control batch is INVALID_RECORD")
    func control() throws {
        let bytes = try RecordBatch.endOfTransaction(.commit(coordinatorEpoch: 0), producerID: 5, producerEpoch: 0, timestamp: Self.now)
        #expect(code(bytes) == 87)
    }

    @Test("Compression that cannot be undone is refused with the reason (Kafka: -1)")
    func broken() throws {
        var unknown = try two()
        unknown.forge(Int16(7), at: 21)
        #expect(code(unknown) == 76)
        var plain = try two()
        plain.forge(Int16(1), at: 21)
        #expect(code(plain) == 87)
    }

    @Test("zstd needs Produce v7 (KIP-110)")
    func zstdVersion() throws {
        let bytes = try two { $0.codec = .zstd }
        #expect(code(bytes, version: 6) == 76)
        #expect(code(bytes, version: 7) == 0)
    }

    @Test("The size of the batch as it is sent is what max.message.bytes limits")
    func size() throws {
        let bytes = try two()
        #expect(code(bytes) { $0.batchBytesMax = bytes.readableBytes } == 0)
        #expect(code(bytes) { $0.batchBytesMax = bytes.readableBytes - 1 } == 10)
        let small = try batch([record(nil, String(repeating: "y", count: 5000))]) { $0.codec = .gzip }
        #expect(code(small) { $0.batchBytesMax = 500 } == 0)
    }

    @Test("A batch that decompresses to more than the limit is MESSAGE_TOO_LARGE")
    func bomb() throws {
        let bytes = try batch([record(nil, String(repeating: "y", count: 5_000_000))]) { $0.codec = .zstd }
        #expect(bytes.readableBytes < 2000)
        #expect(code(bytes) == 0)
        #expect(code(bytes) { $0.decompressedBytesMax = 1 << 20 } == 10)
    }

    @Test("A compacted topic names every record without a key (KIP-467)")
    func keys() throws {
        let bytes = try batch([record(nil, "x"), record("k", "y"), record(nil, "z")])
        #expect {
            try accept(bytes) { $0.requiresKeys = true }
        } throws: { error in
            guard let error = error as? RecordsError else { return false }
            return error.errorCode == 87 && error.faults.map(\.index) == [0, 2]
        }
        #expect(code(try batch([record("k", "y"), record("k", nil)])) { $0.requiresKeys = true } == 0)
    }

    // MARK: Timestamps

    @Test("Timestamps too far from the present are INVALID_TIMESTAMP, each named")
    func timestamps() throws {
        let hour: Int64 = 3_600_000
        #expect(code(try batch([record(nil, "x", at: Self.now + 2 * hour)])) == 32)
        #expect(code(try batch([record(nil, "x", at: Self.now + hour)])) == 0)
        #expect(code(try batch([record(nil, "x", at: 1000)])) == 0)
        #expect(code(try batch([record(nil, "x", at: -5)])) == 0)
        #expect(code(try batch([record(nil, "x", at: .min)])) == 32)
        let narrow: (inout TopicRecordPolicy) -> Void = {
            $0.timestampBeforeMax = 1000
            $0.timestampAfterMax = 1000
        }
        let late = try batch([record(nil, "x", at: Self.now - 1001), record(nil, "y", at: Self.now - 1000), record(nil, "z", at: 0)])
        #expect {
            try accept(late, narrow)
        } throws: { error in
            guard let error = error as? RecordsError else { return false }
            return error.errorCode == 32 && error.faults.map(\.index) == [0, 2]
        }
        // -1 is no timestamp, and a topic that gives its own does not look.
        #expect(code(try batch([record(nil, "x", at: -1)]), narrow) == 0)
        #expect(
            code(late) {
                narrow(&$0); $0.timestampType = .logAppendTime
            } == 0)
    }

    @Test("Log append time is written into the header, and nothing else changes", arguments: [CompressionCodec.none, .gzip])
    func logAppendTime(codec: CompressionCodec) throws {
        let bytes = try two { $0.codec = codec }
        let accepted = try accept(bytes) { $0.timestampType = .logAppendTime }
        #expect(accepted.header.timestampType == .logAppendTime)
        #expect(accepted.header.maxTimestamp == Self.now)
        #expect(accepted.header.baseTimestamp == 1_700_000_000_000)
        #expect(accepted.header.codec == codec)
        #expect(accepted.hasValidChecksum)
        #expect(accepted.bytes.readableBytes == bytes.readableBytes)
        #expect(accepted.bytes.allBytes[43...] == bytes.allBytes[43...])
        #expect(try RecordBatchHeader(parsing: bytes).timestampType == .createTime, "the request itself is not written to")
    }

    @Test("A wrong largest timestamp and a wrong timestamp type are put right")
    func corrected() throws {
        for change in [(35, Int64(1_700_000_000_999)), (35, Int64(-1))] {
            var bytes = try two()
            bytes.forge(change.1, at: change.0)
            let accepted = try accept(bytes)
            #expect(accepted.header.maxTimestamp == 1_700_000_000_000)
            #expect(accepted.hasValidChecksum)
        }
        var typed = try two()
        typed.forge(Int16(8), at: 21)
        let accepted = try accept(typed)
        #expect(accepted.header.timestampType == .createTime)
        #expect(accepted.hasValidChecksum)
    }

    // MARK: Order and compression

    private func descending(_ codec: CompressionCodec) throws -> ByteBuffer {
        // Two records of eight bytes each; the offset delta is the fourth byte of each.
        var plain = try batch([record(nil, "x"), record(nil, "y")])
        plain.setInteger(UInt8(2), at: 61 + 3)
        plain.setInteger(UInt8(0), at: 61 + 8 + 3)
        plain.repairChecksum()
        guard codec != .none else { return plain }
        let compressed = try codec.compressed(Array(plain.allBytes[61...]))
        var header = ByteBuffer(bytes: plain.allBytes[..<61] + compressed)
        header.setInteger(Int32(header.readableBytes - 12), at: 8)
        header.forge(Int16(codec.rawValue), at: 21)
        return header
    }

    @Test("Records in another order than their offsets stay so, or are numbered anew if compressed")
    func order() throws {
        let plain = try accept(descending(.none))
        #expect(try plain.records(limit: decompressedMax).map(\.offset) == [1, 0])
        let compressed = try accept(descending(.gzip))
        let records = try compressed.records(limit: decompressedMax)
        #expect(records.map(\.offset) == [0, 1])
        #expect(records.map { $0.value.map { String(buffer: $0) } } == ["x", "y"])
        #expect(compressed.header.codec == .gzip)
    }

    @Test("An offset delta outside the batch is refused")
    func outside() throws {
        for delta: UInt8 in [1, 4, 3] {
            var bytes = try batch([record(nil, "x"), record(nil, "y")])
            bytes.forge(delta, at: 61 + 3)
            #expect(code(bytes) == 87)
        }
    }

    @Test("A topic's own compression replaces the producer's", arguments: CompressionCodec.allCases, CompressionCodec.allCases)
    func recompressed(from: CompressionCodec, to: CompressionCodec) throws {
        let bytes = try batch([record("a", "1", headers: [RecordHeader("h", "v")]), record("b", nil, at: 1_700_000_000_005)]) {
            $0.codec = from
            $0.producerID = 9
            $0.producerEpoch = 2
            $0.baseSequence = 17
            $0.isTransactional = true
        }
        let accepted = try accept(bytes) { $0.compression = .codec(to) }
        #expect(accepted.header.codec == to)
        #expect(accepted.hasValidChecksum)
        #expect(accepted.header.producerID == 9 && accepted.header.producerEpoch == 2 && accepted.header.baseSequence == 17)
        #expect(accepted.header.isTransactional)
        #expect(accepted.header.maxTimestamp == 1_700_000_000_005)
        #expect(try accepted.records(limit: decompressedMax) == RecordBatch(parsing: bytes).records(limit: decompressedMax))
        if from == to { #expect(accepted.bytes == bytes) }
    }

    @Test("A batch that grows beyond max.message.bytes by the topic's compression is MESSAGE_TOO_LARGE")
    func growth() throws {
        let bytes = try batch([record(nil, String(repeating: "y", count: 5000))]) { $0.codec = .gzip }
        #expect(
            code(bytes) {
                $0.batchBytesMax = 500; $0.compression = .codec(.none)
            } == 10)
    }
}
