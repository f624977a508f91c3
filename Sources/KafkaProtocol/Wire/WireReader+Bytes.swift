public import NIOCore

// Lengths come in two forms. The old: a signed 16-bit (strings) or 32-bit (bytes) number, -1 for null. The compact of flexible versions: an
// unsigned varint of the length plus one, 0 for null (KIP-482).
extension WireReader {
    public mutating func string(_ flexible: Bool) throws(ProtocolError) -> String {
        guard let length = try stringLength(flexible) else { throw .unexpectedNull }
        return try utf8(length)
    }

    /// - Parameter nullable: whether this version has a null; if not, one is an error.
    public mutating func nullableString(_ flexible: Bool, nullable: Bool = true) throws(ProtocolError) -> String? {
        guard let length = try stringLength(flexible) else {
            if !nullable { throw .unexpectedNull }
            return nil
        }
        return try utf8(length)
    }

    public mutating func bytes(_ flexible: Bool) throws(ProtocolError) -> ByteBuffer {
        guard let length = try bytesLength(flexible) else { throw .unexpectedNull }
        return try slice(length)
    }

    /// - Parameter nullable: whether this version has a null; if not, one is an error.
    public mutating func nullableBytes(_ flexible: Bool, nullable: Bool = true) throws(ProtocolError) -> ByteBuffer? {
        guard let length = try bytesLength(flexible) else {
            if !nullable { throw .unexpectedNull }
            return nil
        }
        return try slice(length)
    }

    /// Record batches, as one slice of the frame.
    public mutating func records(_ flexible: Bool) throws(ProtocolError) -> RecordData {
        .bytes(try bytes(flexible))
    }

    /// - Parameter nullable: whether this version has a null; if not, one is an error.
    public mutating func nullableRecords(_ flexible: Bool, nullable: Bool = true) throws(ProtocolError) -> RecordData? {
        guard let bytes = try nullableBytes(flexible, nullable: nullable) else { return nil }
        return .bytes(bytes)
    }

    /// The next `length` bytes, sharing the frame's memory.
    public mutating func slice(_ length: Int) throws(ProtocolError) -> ByteBuffer {
        let start = try take(length)
        // `take` has checked the range, so the slice is there.
        return Self.cut(frame, at: start, length: length)
    }

    /// A function of its own so that the frame is lent to it and not retained around the call.
    @inline(never)
    private static func cut(_ frame: borrowing ByteBuffer, at start: Int, length: Int) -> ByteBuffer {
        frame.getSlice(at: frame.readerIndex + start, length: length) ?? ByteBuffer()
    }

    private mutating func utf8(_ length: Int) throws(ProtocolError) -> String {
        let start = try take(length)
        let bytes = UnsafeRawBufferPointer(start: base + start, count: length)
        guard let string = String(validating: bytes.assumingMemoryBound(to: UInt8.self), as: UTF8.self) else { throw .invalidUTF8 }
        return string
    }

    private mutating func stringLength(_ flexible: Bool) throws(ProtocolError) -> Int? {
        if flexible { return try compactLength() }
        let length = Int(try int16())
        if length >= 0 { return length }
        if length == -1 { return nil }
        throw .invalidLength(length)
    }

    private mutating func bytesLength(_ flexible: Bool) throws(ProtocolError) -> Int? {
        if flexible { return try compactLength() }
        let length = Int(try int32())
        if length >= 0 { return length }
        if length == -1 { return nil }
        throw .invalidLength(length)
    }

    /// A length in compact form; nil for null.
    mutating func compactLength() throws(ProtocolError) -> Int? {
        let raw = Int(try unsignedVarint())
        return raw == 0 ? nil : raw - 1
    }
}
