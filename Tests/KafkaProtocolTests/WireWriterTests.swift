import KafkaMessages
import KafkaProtocol
import NIOCore
import Testing

@Suite struct WireWriterTests {
    private struct Region: KafkaProtocol.FileRegion {
        var count: Int
    }

    @Test func smallRecordsAreCopiedAndLargeOnesArePiecesOfTheirOwn() throws {
        for flexible in [false, true] {
            var writer = WireWriter()
            let small = ByteBuffer(repeating: 1, count: WireWriter.copiedBytesMax)
            let large = ByteBuffer(repeating: 2, count: WireWriter.copiedBytesMax + 1)
            writer.records(RecordData(small), flexible)
            writer.records(RecordData(large), flexible)
            writer.records(RecordData(large), flexible)
            writer.records(.empty, flexible)
            let output = try writer.take()
            #expect(output.pieces.count == 5)
            #expect(output.pieces.map(\.count).reduce(0, +) == output.count)
            let joined = try #require(output.joined())
            #expect(joined.readableBytes == output.count)
            try WireReader.open(joined) { reader throws(ProtocolError) in
                #expect(try reader.bytes(flexible) == small)
                #expect(try reader.bytes(flexible) == large)
                #expect(try reader.bytes(flexible) == large)
                #expect(try reader.bytes(flexible).readableBytes == 0)
                try reader.finish()
            }
        }
    }

    @Test func fileRegionsPassThroughInTheirPlaces() throws {
        var writer = WireWriter()
        writer.beginFrame()
        writer.int16(7)
        writer.records(
            .pieces([.bytes(ByteBuffer(bytes: [1, 2])), .file(Region(count: 1_000_000)), .bytes(ByteBuffer(bytes: [3]))]), false)
        writer.int16(8)
        let output = try writer.takeFrame()
        #expect(output.count == 4 + 2 + 4 + 1_000_003 + 2)
        #expect(output.joined() == nil)
        #expect(output.pieces.count == 3)
        guard case .bytes(let head) = output.pieces[0], case .file(let region) = output.pieces[1], case .bytes(let tail) = output.pieces[2]
        else {
            Issue.record("other pieces: \(output.pieces)")
            return
        }
        // Length of the frame, 7, length of the records, their first two bytes.
        #expect(head == ByteBuffer(bytes: [0, 0x0F, 0x42, 0x4B, 0, 7, 0, 0x0F, 0x42, 0x43, 1, 2]))
        #expect((region as? Region)?.count == 1_000_000)
        #expect(tail == ByteBuffer(bytes: [3, 0, 8]))
    }

    @Test func aLongTaggedFieldGetsItsWholeSizeInFront() throws {
        for length in [0, 1, 126, 127, 128, 5000, 16_383, 16_384, 70_000] {
            var writer = WireWriter(capacity: 64)
            writer.tagCount(2)
            let outer = writer.beginTag(3)
            let inner = writer.beginTag(300)
            writer.records(RecordData(ByteBuffer(repeating: 9, count: length)), true)
            writer.endTag(inner)
            writer.endTag(outer)
            let last = writer.beginTag(4)
            writer.int8(1)
            writer.endTag(last)
            let bytes = try #require(try writer.take().joined())
            try WireReader.open(bytes) { reader throws(ProtocolError) in
                #expect(try reader.tagCount() == 2)
                let outer = try reader.openTag()
                #expect(outer.number == 3)
                let inner = try reader.openTag()
                #expect(inner.number == 300)
                #expect(try reader.bytes(true) == ByteBuffer(repeating: 9, count: length))
                try reader.closeTag(inner)
                try reader.closeTag(outer)
                let last = try reader.openTag()
                #expect(last.number == 4)
                #expect(try reader.int8() == 1)
                try reader.closeTag(last)
                try reader.finish()
            }
        }
    }

    @Test func aValueThatItsFormCannotCarryBreaksTheOutputAndNotTheWriter() throws {
        var writer = WireWriter()
        writer.string(String(repeating: "x", count: 40_000), false)
        #expect(throws: ProtocolError.unwritable) { try writer.take() }
        writer.string(String(repeating: "x", count: 32_767), false)
        #expect(try writer.take().count == 32_769)
        writer.string(String(repeating: "x", count: 40_000), true)
        #expect(try writer.take().count == 40_003)
        #expect(try writer.take().pieces.isEmpty)
    }

    @Test func aWriterKeepsWhatItHadWhenItGrows() throws {
        var writer = WireWriter(capacity: 1)
        for value in 0..<100_000 as Range<Int32> { writer.int32(value) }
        let bytes = try #require(try writer.take().joined())
        try WireReader.open(bytes) { reader throws(ProtocolError) in
            for value in 0..<100_000 as Range<Int32> where try reader.int32() != value { Issue.record("wrong at \(value)") }
            try reader.finish()
        }
    }

    @Test func aResponseFrameIsLengthHeaderAndBody() throws {
        var writer = WireWriter()
        let response = HeartbeatResponse.with { $0.errorCode = .rebalanceInProgress }
        #expect(
            try response.frame(correlationId: 5, version: 0, with: &writer).joined() == ByteBuffer(bytes: [0, 0, 0, 6, 0, 0, 0, 5, 0, 27]))
        #expect(
            try response.frame(correlationId: 5, version: 4, with: &writer).joined()
                == ByteBuffer(bytes: [0, 0, 0, 12, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 27, 0]))
        #expect(throws: ProtocolError.unsupportedVersion(5)) { try response.frame(correlationId: 5, version: 5, with: &writer) }
    }

    @Test func aNullThatTheVersionLacksIsWrittenAsEmpty() throws {
        let request = MetadataRequest.with { $0.topics = nil }
        #expect(try request.encode(version: 0).joined() == ByteBuffer(bytes: [0, 0, 0, 0]))
        #expect(try request.encode(version: 1).joined() == ByteBuffer(bytes: [0xFF, 0xFF, 0xFF, 0xFF]))
    }
}
