import Environment
import KafkaMessages
import KafkaProtocol
import NIOCore
import SchemaModel
import Testing

/// Bytes that no honest peer sends give errors: no trap, no memory beyond the frame's due.
@Suite struct HostileBytesTests {
    @Test func everyTruncationIsAnError() throws {
        for (codec, schema) in Repository.messages {
            for version in codec.versions {
                var values = RandomValues(schema, version: version, seed: 3)
                var bytes = try values.interpreter.encode(values.next())
                // The end of a long message is enough: its beginning is cut in the shorter ones of other versions.
                for _ in 0..<20 where bytes.count > 3000 || bytes.isEmpty { bytes = try values.interpreter.encode(values.next()) }
                for length in max(0, bytes.count - 400)..<bytes.count {
                    let frame = ByteBuffer(bytes: bytes[..<length])
                    #expect(throws: ProtocolError.self, "\(codec.name) v\(version), \(length) of \(bytes.count) bytes") {
                        try codec.decode(frame, version: version)
                    }
                }
            }
        }
    }

    @Test func aByteTooMuchIsAnError() throws {
        for (codec, schema) in Repository.messages {
            var values = RandomValues(schema, version: codec.versions.upperBound, seed: 4)
            let bytes = try values.interpreter.encode(values.next()) + [0]
            #expect(throws: ProtocolError.trailingBytes(1), "\(codec.name)") {
                try codec.decode(ByteBuffer(bytes: bytes), version: codec.versions.upperBound)
            }
        }
    }

    @Test func whatFollowsARequestIsNotLookedAt() throws {
        let all = MetadataRequest.with { $0.topics = nil }
        let bytes = try #require(try all.encode(version: 13).joined()).readableBytesView + [0, 0, 0]
        #expect(try MetadataRequest.decode(prefixOf: ByteBuffer(bytes: bytes), version: 13).topics == nil)
        #expect(throws: ProtocolError.truncated) { try MetadataRequest.decode(prefixOf: ByteBuffer(bytes: [0]), version: 13) }
    }

    @Test func aVersionThatTheMessageLacksIsAnError() {
        for (codec, _) in Repository.messages {
            for version in [codec.versions.lowerBound - 1, codec.versions.upperBound + 1, .max, .min] {
                #expect(throws: ProtocolError.unsupportedVersion(version)) { try codec.decode(ByteBuffer(), version: version) }
            }
        }
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func whatAMutatedFrameDecodesToIsWrittenAndReadTheSame(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var decoded = 0
        for (codec, schema) in Repository.messages {
            for version in codec.versions {
                var values = RandomValues(schema, version: version, seed: random.next())
                let original = try values.interpreter.encode(values.next())
                for _ in 0..<8 {
                    let bytes = mutated(original, using: &random)
                    let name: Comment = "\(codec.name) v\(version), seed \(seed), \(Hex.text(bytes))"
                    let message: any WireMessage
                    do throws(ProtocolError) {
                        message = try codec.decode(ByteBuffer(bytes: bytes), version: version)
                    } catch {
                        continue
                    }
                    decoded += 1
                    let written = try #require(try message.encode(version: version).joined(), name)
                    #expect(try codec.decodeAndEncode(written, version: version).joined() == written, name)
                }
            }
        }
        #expect(decoded > 500)
    }

    @Test func randomBytesNeverTrap() {
        var random = SeededRandom(seed: 5)
        for (codec, _) in Repository.messages {
            for version in codec.versions {
                for _ in 0..<10 {
                    let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
                    do throws(ProtocolError) {
                        _ = try codec.decode(ByteBuffer(bytes: bytes), version: version)
                    } catch {
                        continue
                    }
                }
            }
        }
    }

    @Test func anArrayCannotAnnounceMoreThanTheFrameHolds() {
        // Metadata v1: the count of topics comes first.
        for count in [2, 1000, Int32.max, -2, .min] as [Int32] {
            var frame = ByteBuffer()
            frame.writeInteger(count)
            frame.writeBytes([0, 1])
            #expect(throws: ProtocolError.self) { try MetadataRequest.decode(frame, version: 1) }
        }
    }

    @Test func emptyElementsCannotTakeMoreMemoryThanTheFrameMayUse() throws {
        // Topics of the shortest form: an empty name, no partitions, no tags. Three bytes each on the wire.
        let count = 200_000
        let request = ProduceRequest.with { $0.topicData = Array(repeating: .init(), count: count) }
        let frame = try #require(try request.encode(version: 9).joined())
        #expect(frame.readableBytes < 3 * count + 20)
        func decode(arrayBytesMax: Int?) throws(ProtocolError) -> Int {
            try WireReader.open(frame, arrayBytesMax: arrayBytesMax) { reader throws(ProtocolError) in
                try ProduceRequest(from: &reader, version: 9).topicData.count
            }
        }
        #expect(throws: ProtocolError.tooMuchMemory) { try decode(arrayBytesMax: 1 << 20) }
        #expect(try decode(arrayBytesMax: nil) == count)
    }

    private func mutated(_ original: [UInt8], using random: inout SeededRandom) -> [UInt8] {
        var bytes = original
        for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
            let at = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0...4, using: &random) {
            case 0: bytes[at] = UInt8(truncatingIfNeeded: random.next())
            case 1: bytes[at] ^= 1 << UInt8.random(in: 0...7, using: &random)
            case 2: bytes.remove(at: at)
            case 3: bytes.insert([0, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0, at: at)
            default:
                let length = min(4, bytes.count - at)
                bytes.replaceSubrange(at..<at + length, with: repeatElement(0xFF, count: length))
            }
        }
        return bytes
    }
}
