import KafkaRecords
import NIOCore
import Testing

struct CodecTests {
    static let compressing = CompressionCodec.allCases.filter { $0 != .none }

    private static let samples: [[UInt8]] = {
        var random = TestRandom(seed: 3)
        let noise = (0..<70_000).map { _ in UInt8.random(in: 0...255, using: &random) }
        return [[], [0], Array("hello hello hello hello".utf8), [UInt8](repeating: 65, count: 200_000), noise]
    }()

    @Test("What a codec compresses it decompresses to the same bytes", arguments: CompressionCodec.allCases)
    func roundTrip(codec: CompressionCodec) throws {
        for sample in Self.samples {
            #expect(try codec.decompressed(codec.compressed(sample)) == sample)
        }
    }

    @Test("Streams of other libraries are read, in all their framings", arguments: Golden.streams)
    func golden(stream: Golden.Stream) throws {
        let plain = try stream.codec.decompressed(bytes(hex: stream.hex))
        #expect(String(decoding: plain, as: UTF8.self) == Golden.plain)
    }

    @Test("A stream cut anywhere is refused", arguments: Golden.streams)
    func cut(stream: Golden.Stream) throws {
        let whole = bytes(hex: stream.hex)
        let plain = Array(Golden.plain.utf8)
        for count in 0..<whole.count {
            do {
                let part = try stream.codec.decompressed(Array(whole[..<count]))
                // Framings without an end can be cut between members or blocks, and padding behind the end is ignored.
                #expect(plain.starts(with: part))
                #expect(part.count < plain.count || stream.name.contains("padding"))
            } catch let error as RecordsError {
                #expect(error.errorCode == 87)
            }
        }
    }

    @Test("More than the limit is refused, the limit itself is not", arguments: CompressionCodec.allCases)
    func limit(codec: CompressionCodec) throws {
        let sample = [UInt8](repeating: 7, count: 100_000)
        let compressed = try codec.compressed(sample)
        #expect(try codec.decompressed(compressed, limit: 100_000) == sample)
        for limit in [0, 1, 4096, 99_999] {
            #expect {
                try codec.decompressed(compressed, limit: limit)
            } throws: { error in
                guard case .tooLarge(_, limit)? = error as? RecordsError else { return false }
                return true
            }
        }
    }

    @Test("A bomb costs no more than the limit", arguments: compressing)
    func bomb(codec: CompressionCodec) throws {
        let compressed = try codec.compressed([UInt8](repeating: 0, count: 64 << 20))
        #expect {
            try codec.decompressed(compressed, limit: 1 << 20)
        } throws: { error in
            guard case .tooLarge(let size, _)? = error as? RecordsError else { return false }
            return size <= 1 << 21
        }
    }

    @Test("A snappy length that its bytes cannot make is not believed")
    func snappyLength() {
        // One gigabyte told in front of four bytes.
        #expect {
            try CompressionCodec.snappy.decompressed([0x80, 0x80, 0x80, 0x80, 0x04, 0x00, 0x61, 0x61], limit: 2 << 30)
        } throws: { ($0 as? RecordsError)?.errorCode == 87 }
    }

    @Test("Snappy is written in xerial's framing, in blocks of 32 KiB")
    func snappyFraming() throws {
        let compressed = try CompressionCodec.snappy.compressed([UInt8](repeating: 1, count: 40_000))
        #expect(Array(compressed[..<16]) == [0x82, 0x53, 0x4E, 0x41, 0x50, 0x50, 0x59, 0, 0, 0, 0, 1, 0, 0, 0, 1])
        var buffer = ByteBuffer(bytes: compressed[16...])
        var blocks = 0
        while let length = buffer.readInteger(as: Int32.self), buffer.readSlice(length: Int(length)) != nil { blocks += 1 }
        #expect(blocks == 2)
        #expect(buffer.readableBytes == 0)
    }

    @Test("LZ4 frames have independent blocks, and the legacy header checksum only where it is asked for and accepted")
    func lz4Header() throws {
        let sample = Array("some bytes for a frame, some bytes for a frame".utf8)
        let right = try CompressionCodec.lz4.compressed(sample)
        let legacy = try CompressionCodec.lz4.compressed(sample, legacyChecksum: true)
        #expect(right[4] & 0b0010_0000 != 0)
        #expect(right[6] == 0x82, "flags 0x60, blocks of 64 KiB")
        #expect(legacy[6] != right[6])
        #expect(right[..<6] == legacy[..<6] && right[7...] == legacy[7...])
        #expect(try CompressionCodec.lz4.decompressed(right) == sample)
        #expect(try CompressionCodec.lz4.decompressed(right, acceptsLegacyChecksum: true) == sample)
        #expect(try CompressionCodec.lz4.decompressed(legacy, acceptsLegacyChecksum: true) == sample)
        #expect(throws: RecordsError.self) { try CompressionCodec.lz4.decompressed(legacy) }
        var wrong = right
        wrong[6] ^= 0x55
        #expect(throws: RecordsError.self) { try CompressionCodec.lz4.decompressed(wrong, acceptsLegacyChecksum: true) }
    }

    @Test("Random changes to a stream give an error or bytes within the limit, never a trap", arguments: Golden.streams)
    func mutations(stream: Golden.Stream) throws {
        let whole = bytes(hex: stream.hex)
        for seed in 0..<300 {
            var random = TestRandom(seed: UInt64(seed))
            var changed = whole
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                changed[Int.random(in: 0..<changed.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            do {
                #expect(try stream.codec.decompressed(changed, limit: 4096, acceptsLegacyChecksum: true).count <= 4096)
            } catch is RecordsError {
                continue
            }
        }
    }
}
