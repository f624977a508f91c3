import KafkaProtocol
import NIOCore
import Testing

@Suite struct WireReaderTests {
    private func read<Value>(
        _ bytes: [UInt8], _ body: (inout WireReader) throws(ProtocolError) -> Value
    ) throws(ProtocolError) -> Value {
        try WireReader.open(ByteBuffer(bytes: bytes), body)
    }

    @Test func integersAreBigEndian() throws {
        #expect(try read([0x80]) { r throws(ProtocolError) in try r.int8() } == -128)
        #expect(try read([0x01, 0x02]) { r throws(ProtocolError) in try r.int16() } == 0x0102)
        #expect(try read([0xFF, 0xFE]) { r throws(ProtocolError) in try r.uint16() } == 0xFFFE)
        #expect(try read([0xFF, 0xFF, 0xFF, 0xFE]) { r throws(ProtocolError) in try r.int32() } == -2)
        #expect(try read([0xFF, 0xFF, 0xFF, 0xFE]) { r throws(ProtocolError) in try r.uint32() } == 0xFFFF_FFFE)
        #expect(try read([1, 2, 3, 4, 5, 6, 7, 8]) { r throws(ProtocolError) in try r.int64() } == 0x0102_0304_0506_0708)
        #expect(try read([0x3F, 0xF8, 0, 0, 0, 0, 0, 0]) { r throws(ProtocolError) in try r.float64() } == 1.5)
    }

    @Test func varintsHoldTheirWholeRangeAndNoMore() throws {
        func unsigned(_ bytes: [UInt8]) throws(ProtocolError) -> UInt32 {
            try read(bytes) { r throws(ProtocolError) in try r.unsignedVarint() }
        }
        #expect(try unsigned([0x00]) == 0)
        #expect(try unsigned([0x7F]) == 127)
        #expect(try unsigned([0x80, 0x01]) == 128)
        #expect(try unsigned([0xFF, 0xFF, 0xFF, 0xFF, 0x0F]) == .max)
        #expect(throws: ProtocolError.varintTooLong) { try unsigned([0xFF, 0xFF, 0xFF, 0xFF, 0x10]) }
        #expect(throws: ProtocolError.varintTooLong) { try unsigned([0x80, 0x80, 0x80, 0x80, 0x80, 0x00]) }
        #expect(throws: ProtocolError.truncated) { try unsigned([0x80]) }
        #expect(throws: ProtocolError.truncated) { try unsigned([]) }

        func long(_ bytes: [UInt8]) throws(ProtocolError) -> Int64 {
            try read(bytes) { r throws(ProtocolError) in try r.varlong() }
        }
        #expect(try long([0x01]) == -1)
        #expect(try long([0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01]) == .max)
        #expect(try long([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01]) == .min)
        #expect(throws: ProtocolError.varintTooLong) { try long([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x02]) }
    }

    @Test func whatIsWrittenAsAVarintIsReadAgain() throws {
        for shift in 0..<64 {
            for value in [Int64(1) << shift, -(Int64(1) << (shift % 63)), (Int64(1) << (shift % 63)) - 1] {
                var writer = WireWriter()
                let short = Int32(truncatingIfNeeded: value)
                writer.varlong(value)
                writer.varint(short)
                writer.unsignedVarint(UInt32(bitPattern: short))
                let bytes = try #require(try writer.take().joined())
                try WireReader.open(bytes) { reader throws(ProtocolError) in
                    #expect(try reader.varlong() == value)
                    #expect(try reader.varint() == short)
                    #expect(try reader.unsignedVarint() == UInt32(bitPattern: short))
                    try reader.finish()
                }
            }
        }
    }

    @Test func aStringIsUTF8AndKeepsItsBytes() throws {
        func string(_ bytes: [UInt8], _ flexible: Bool) throws(ProtocolError) -> String? {
            try read(bytes) { r throws(ProtocolError) in try r.nullableString(flexible) }
        }
        #expect(try string([0, 2, 0xC3, 0xA9], false) == "é")
        #expect(try string([3, 0xC3, 0xA9], true) == "é")
        #expect(try string([0xFF, 0xFF], false) == nil)
        #expect(try string([0], true) == nil)
        #expect(throws: ProtocolError.invalidUTF8) { try string([2, 0xC3], true) }
        #expect(throws: ProtocolError.invalidUTF8) { try string([4, 0xED, 0xA0, 0x80], true) }
        #expect(throws: ProtocolError.invalidLength(-2)) { try string([0xFF, 0xFE], false) }
        #expect(throws: ProtocolError.truncated) { try string([0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 1], true) }
    }

    @Test func aNullIsRefusedWhereTheVersionHasNone() throws {
        #expect(throws: ProtocolError.unexpectedNull) { try read([0]) { r throws(ProtocolError) in try r.string(true) } }
        #expect(throws: ProtocolError.unexpectedNull) { try read([0]) { r throws(ProtocolError) in try r.bytes(true) } }
        #expect(throws: ProtocolError.unexpectedNull) { try read([0]) { r throws(ProtocolError) in try r.int32s(true) } }
        #expect(throws: ProtocolError.unexpectedNull) {
            try read([0]) { r throws(ProtocolError) in try r.nullableString(true, nullable: false) }
        }
        #expect(throws: ProtocolError.unexpectedNull) {
            try read([0xFF, 0xFF, 0xFF, 0xFF]) { r throws(ProtocolError) in try r.nullableStrings(false, nullable: false) }
        }
        #expect(throws: ProtocolError.invalidMarker(0)) { try read([0]) { r throws(ProtocolError) in try r.isPresent() } }
    }

    @Test func bytesAreSlicesOfTheFrameWhereverItBegins() throws {
        var frame = ByteBuffer(bytes: [9, 9, 9, 0, 0, 0, 2, 5, 6, 7])
        frame.moveReaderIndex(forwardBy: 3)
        let slice = try WireReader.open(frame) { reader throws(ProtocolError) in
            let slice = try reader.bytes(false)
            #expect(reader.bytesLeft == 1)
            return slice
        }
        #expect(slice == ByteBuffer(bytes: [5, 6]))
    }

    @Test func aTaggedFieldCannotReachBeyondItsSize() throws {
        // One field, number 0, one byte long, behind it the rest of the frame.
        let section: [UInt8] = [1, 0, 1, 5, 9, 9, 9, 9]
        #expect(throws: ProtocolError.truncated) {
            try read(section) { r throws(ProtocolError) in
                _ = try r.tagCount()
                _ = try r.openTag()
                _ = try r.int16()
            }
        }
        #expect(throws: ProtocolError.tagSizeMismatch) {
            try read([1, 0, 2, 5, 5, 9]) { r throws(ProtocolError) in
                _ = try r.tagCount()
                let tag = try r.openTag()
                _ = try r.int8()
                try r.closeTag(tag)
            }
        }
        #expect(throws: ProtocolError.truncated) { try read([1, 0, 5, 1]) { r throws(ProtocolError) in try r.skipTags() } }
        #expect(throws: ProtocolError.tooManyElements(100)) { try read([100, 0]) { r throws(ProtocolError) in try r.skipTags() } }
    }

    @Test func arraysOfScalarsAreReadInBothForms() throws {
        var writer = WireWriter()
        for flexible in [false, true] {
            writer.int8s([1, -1], flexible)
            writer.int16s([2, -2], flexible)
            writer.int32s([3, -3], flexible)
            writer.int64s([4, -4], flexible)
            writer.uuids([KafkaUUID(high: 1, low: 2)], flexible)
            writer.strings(["", "five"], flexible)
            writer.nullableInt8s(nil, flexible)
            writer.nullableInt16s(nil, flexible)
            writer.nullableInt32s(nil, flexible)
            writer.nullableInt64s(nil, flexible)
            writer.nullableUUIDs(nil, flexible)
            writer.nullableStrings(nil, flexible)
        }
        let bytes = try #require(try writer.take().joined())
        try WireReader.open(bytes) { reader throws(ProtocolError) in
            for flexible in [false, true] {
                #expect(try reader.int8s(flexible) == [1, -1])
                #expect(try reader.int16s(flexible) == [2, -2])
                #expect(try reader.int32s(flexible) == [3, -3])
                #expect(try reader.int64s(flexible) == [4, -4])
                #expect(try reader.uuids(flexible) == [KafkaUUID(high: 1, low: 2)])
                #expect(try reader.strings(flexible) == ["", "five"])
                #expect(try reader.nullableInt8s(flexible) == nil)
                #expect(try reader.nullableInt16s(flexible) == nil)
                #expect(try reader.nullableInt32s(flexible) == nil)
                #expect(try reader.nullableInt64s(flexible) == nil)
                #expect(try reader.nullableUUIDs(flexible) == nil)
                #expect(try reader.nullableStrings(flexible) == nil)
            }
            try reader.finish()
        }
    }
}
