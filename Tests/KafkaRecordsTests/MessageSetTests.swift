import KafkaRecords
import NIOCore
import Testing

struct MessageSetTests {
    static let sets = Golden.batches.filter { $0.magic < 2 }

    /// The golden records as a message set of this magic can tell them.
    private static func expected(magic: Int8) -> [Record] {
        Golden.records.map { record in
            var plain = record
            plain.headers = []
            if magic == 0 { plain.timestamp = -1 }
            return plain
        }
    }

    @Test("Message sets of another client are read", arguments: sets)
    func golden(golden: Golden.Batch) throws {
        let set = ByteBuffer(bytes: bytes(hex: golden.hex))
        #expect(try MessageSet.records(in: set, limit: decompressedMax) == Self.expected(magic: golden.magic))
    }

    @Test("Produce v0-v2 makes one batch of a message set, with the codec of its wrapper", arguments: sets)
    func upConversion(golden: Golden.Batch) throws {
        let set = ByteBuffer(bytes: bytes(hex: golden.hex))
        let batch = try ProducedRecords.accept(set, version: 2, policy: TopicRecordPolicy(), now: 1_700_000_000_000)
        #expect(batch.hasValidChecksum)
        #expect(batch.header.codec == golden.codec)
        #expect(batch.header.maxTimestamp == (golden.magic == 0 ? -1 : 1_700_000_000_007))
        #expect(try batch.records(limit: decompressedMax) == Self.expected(magic: golden.magic))
        #expect {
            try ProducedRecords.accept(set, version: 3, policy: TopicRecordPolicy(), now: 0)
        } throws: { ($0 as? RecordsError)?.errorCode == 87 }
    }

    @Test(
        "A batch goes down to a message set and comes back, at the same offsets",
        arguments: [CompressionCodec.none, .gzip, .snappy, .lz4], [MessageSet.Format.magic0, .magic1])
    func roundTrip(codec: CompressionCodec, format: MessageSet.Format) throws {
        let batches = try self.batches(codec)
        let set = try MessageSet.downConverted(batches, to: format, from: 0, limit: decompressedMax)
        let records = try MessageSet.records(in: set, limit: decompressedMax)
        #expect(records.map(\.offset) == [100, 101, 102, 104, 105])
        #expect(records.map { $0.value.map { String(buffer: $0) } } == ["one", "two", nil, "four", "five"])
        #expect(records.map { $0.key.map { String(buffer: $0) } } == ["a", nil, "c", "", "e"])
        #expect(records.map(\.timestamp) == (format == .magic0 ? [-1, -1, -1, -1, -1] : [10, 20, 15, 40, -1]))
        // A wrapper's offset is that of the last message inside: what an old client takes for the position of the whole.
        if codec != .none { #expect(set.getInteger(at: 0, as: Int64.self) == 102) }
    }

    /// Three records at 100, a marker at 103, two records at 104.
    private func batches(_ codec: CompressionCodec) throws -> ByteBuffer {
        var bytes = try batch(
            [record("a", "one", at: 10, headers: [RecordHeader("lost", "lost")]), record(nil, "two", at: 20), record("c", nil, at: 15)]
        ) {
            $0.codec = codec
            $0.baseOffset = 100
        }
        bytes.writeImmutableBuffer(
            try RecordBatch.endOfTransaction(.commit(coordinatorEpoch: 0), producerID: 1, producerEpoch: 0, timestamp: 1, baseOffset: 103))
        bytes.writeImmutableBuffer(
            try batch([record("", "four", at: 40), record("e", "five", at: -1)]) {
                $0.codec = codec
                $0.baseOffset = 104
            })
        return bytes
    }

    @Test(
        "A fetch that begins amid a batch gets the records from there on",
        arguments: [CompressionCodec.none, .lz4], [MessageSet.Format.magic0, .magic1])
    func amid(codec: CompressionCodec, format: MessageSet.Format) throws {
        let expected: [(Int64, [Int64])] = [
            (101, [101, 102, 104, 105]), (102, [102, 104, 105]), (103, [104, 105]), (105, [105]), (106, []),
        ]
        for (start, offsets) in expected {
            let set = try MessageSet.downConverted(batches(codec), to: format, from: start, limit: decompressedMax)
            #expect(try MessageSet.records(in: set, limit: decompressedMax).map(\.offset) == offsets, "from \(start)")
        }
    }

    @Test("Log append time goes down as such, for every message", arguments: [CompressionCodec.none, .gzip])
    func logAppendTime(codec: CompressionCodec) throws {
        let bytes = try batch([record("a", "1", at: 5), record("b", "2", at: 6)]) {
            $0.codec = codec
            $0.timestampType = .logAppendTime
            $0.maxTimestamp = 777
        }
        let set = try MessageSet.downConverted(bytes, to: .magic1, from: 0, limit: decompressedMax)
        #expect(set.getInteger(at: 17, as: UInt8.self) == 0b1000 | codec.rawValue)
        #expect(try MessageSet.records(in: set, limit: decompressedMax).map(\.timestamp) == [777, 777])
    }

    @Test("zstd cannot go down: refused at the beginning, an end of the set later")
    func zstd() throws {
        let zstd = try batch([record("z", "z")]) {
            $0.codec = .zstd; $0.baseOffset = 1
        }
        #expect {
            try MessageSet.downConverted(zstd, to: .magic1, from: 0, limit: decompressedMax)
        } throws: { ($0 as? RecordsError)?.errorCode == 76 }
        var mixed = try batch([record("a", "a")])
        mixed.writeImmutableBuffer(zstd)
        let set = try MessageSet.downConverted(mixed, to: .magic1, from: 0, limit: decompressedMax)
        #expect(try MessageSet.records(in: set, limit: decompressedMax).map(\.offset) == [0])
    }

    @Test("Old LZ4 frames go down with the checksum that their readers expect")
    func lz4Checksum() throws {
        let bytes = try batch([record("a", "1")]) { $0.codec = .lz4 }
        func headerChecksum(_ format: MessageSet.Format, valueAt index: Int) throws -> UInt8? {
            let set = try MessageSet.downConverted(bytes, to: format, from: 0, limit: decompressedMax)
            return set.getInteger(at: index + 6)
        }
        #expect(try headerChecksum(.magic1, valueAt: 34) == 0x82)
        #expect(try headerChecksum(.magic0, valueAt: 26) != 0x82)
    }

    @Test("A cut message set is refused, not shortened", arguments: sets)
    func cut(golden: Golden.Batch) throws {
        let whole = bytes(hex: golden.hex)
        let messages = try MessageSet.records(in: ByteBuffer(bytes: whole), limit: decompressedMax).count
        for count in 1..<whole.count {
            do {
                // Only between two messages can a cut not be seen.
                let records = try MessageSet.records(in: ByteBuffer(bytes: whole[..<count]), limit: decompressedMax)
                #expect(golden.codec == .none && records.count < messages, "cut to \(count)")
            } catch {
                #expect(error.errorCode == 87 || error.errorCode == 2)
            }
        }
    }

    @Test("Every byte of a message but its offset is under the checksum or the structure", arguments: sets)
    func checksums(golden: Golden.Batch) throws {
        let whole = bytes(hex: golden.hex)
        for index in 8..<whole.count {
            // The offsets of later messages are free too.
            var changed = whole
            changed[index] ^= 0x21
            let records = try? MessageSet.records(in: ByteBuffer(bytes: changed), limit: decompressedMax)
            guard let records else { continue }
            let original = Self.expected(magic: golden.magic)
            #expect(records.map(\.value) == original.map(\.value) && records.map(\.key) == original.map(\.key), "byte \(index)")
            #expect(records.map(\.offset) != original.map(\.offset), "byte \(index)")
        }
    }

    @Test("A wrapper inside a wrapper is refused", arguments: [MessageSet.Format.magic0, .magic1])
    func nested(format: MessageSet.Format) throws {
        let inner = try MessageSet.downConverted(
            batch([record("a", "1")]) { $0.codec = .gzip }, to: format, from: 0, limit: decompressedMax)
        let compressed = try CompressionCodec.gzip.compressed(inner.allBytes)
        let outer = message(format, attributes: 1, value: compressed)
        #expect {
            try MessageSet.records(in: outer, limit: decompressedMax)
        } throws: { ($0 as? RecordsError)?.errorCode == 87 }
    }

    @Test("zstd in an old format is UNSUPPORTED_COMPRESSION_TYPE, a wrapper without a value INVALID_RECORD")
    func wrappers() throws {
        #expect {
            try MessageSet.records(in: message(.magic1, attributes: 4, value: [1]), limit: decompressedMax)
        } throws: { ($0 as? RecordsError)?.errorCode == 76 }
        #expect {
            try MessageSet.records(in: message(.magic1, attributes: 1, value: nil), limit: decompressedMax)
        } throws: { ($0 as? RecordsError)?.errorCode == 87 }
    }

    @Test("Wrappers together must not decompress to more than the limit")
    func bomb() throws {
        let one = try MessageSet.downConverted(
            batch([record(nil, String(repeating: "x", count: 600_000))]) { $0.codec = .gzip }, to: .magic1, from: 0, limit: decompressedMax)
        var two = one
        two.writeImmutableBuffer(one)
        #expect(try MessageSet.records(in: one, limit: 1_000_000).count == 1)
        #expect {
            try MessageSet.records(in: two, limit: 1_000_000)
        } throws: { ($0 as? RecordsError)?.errorCode == 10 }
    }

    /// One message, made by hand.
    private func message(_ format: MessageSet.Format, attributes: Int8, value: [UInt8]?) -> ByteBuffer {
        var body = ByteBuffer()
        body.writeInteger(format.rawValue)
        body.writeInteger(attributes)
        if format == .magic1 { body.writeInteger(Int64(1)) }
        body.writeInteger(Int32(-1))
        body.writeInteger(Int32(value?.count ?? -1))
        body.writeBytes(value ?? [])
        var set = ByteBuffer()
        set.writeInteger(Int64(0))
        set.writeInteger(Int32(4 + body.readableBytes))
        set.writeInteger(crc32(body.allBytes))
        set.writeImmutableBuffer(body)
        return set
    }

    private func crc32(_ bytes: [UInt8]) -> UInt32 {
        var crc = ~UInt32(0)
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}
