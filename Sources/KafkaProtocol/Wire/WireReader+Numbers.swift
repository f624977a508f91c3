extension WireReader {
    @inlinable
    public mutating func int8() throws(ProtocolError) -> Int8 {
        base.load(fromByteOffset: try take(1), as: Int8.self)
    }

    @inlinable
    public mutating func int16() throws(ProtocolError) -> Int16 {
        Int16(bigEndian: base.loadUnaligned(fromByteOffset: try take(2), as: Int16.self))
    }

    @inlinable
    public mutating func uint16() throws(ProtocolError) -> UInt16 {
        UInt16(bigEndian: base.loadUnaligned(fromByteOffset: try take(2), as: UInt16.self))
    }

    @inlinable
    public mutating func int32() throws(ProtocolError) -> Int32 {
        Int32(bigEndian: base.loadUnaligned(fromByteOffset: try take(4), as: Int32.self))
    }

    @inlinable
    public mutating func uint32() throws(ProtocolError) -> UInt32 {
        UInt32(bigEndian: base.loadUnaligned(fromByteOffset: try take(4), as: UInt32.self))
    }

    @inlinable
    public mutating func int64() throws(ProtocolError) -> Int64 {
        Int64(bigEndian: base.loadUnaligned(fromByteOffset: try take(8), as: Int64.self))
    }

    /// One byte; anything but 0 is true, as in Kafka.
    @inlinable
    public mutating func bool() throws(ProtocolError) -> Bool {
        try int8() != 0
    }

    public mutating func float64() throws(ProtocolError) -> Double {
        Double(bitPattern: UInt64(bitPattern: try int64()))
    }

    public mutating func uuid() throws(ProtocolError) -> KafkaUUID {
        let high = UInt64(bitPattern: try int64())
        let low = UInt64(bitPattern: try int64())
        return KafkaUUID(high: high, low: low)
    }

    public mutating func errorCode() throws(ProtocolError) -> ErrorCode {
        ErrorCode(rawValue: try int16())
    }

    /// An unsigned number of up to 32 bits, seven a byte, the lowest first (KIP-482).
    @inlinable
    public mutating func unsignedVarint() throws(ProtocolError) -> UInt32 {
        let first = base.load(fromByteOffset: try take(1), as: UInt8.self)
        if first < 0x80 { return UInt32(first) }
        return try longUnsignedVarint(low: first)
    }

    @usableFromInline
    mutating func longUnsignedVarint(low: UInt8) throws(ProtocolError) -> UInt32 {
        var value = UInt32(low & 0x7F)
        var shift: UInt32 = 7
        while true {
            let byte = base.load(fromByteOffset: try take(1), as: UInt8.self)
            // The fifth byte holds the top four bits and must be the last.
            if shift == 28 && byte > 0x0F { throw .varintTooLong }
            value |= UInt32(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
    }

    /// A signed number of 32 bits in zigzag form, as inside record batches.
    @inlinable
    public mutating func varint() throws(ProtocolError) -> Int32 {
        let raw = try unsignedVarint()
        return Int32(bitPattern: raw >> 1) ^ -Int32(bitPattern: raw & 1)
    }

    /// A signed number of 64 bits in zigzag form, as inside record batches.
    public mutating func varlong() throws(ProtocolError) -> Int64 {
        var raw: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = base.load(fromByteOffset: try take(1), as: UInt8.self)
            // The tenth byte holds the top bit and must be the last.
            if shift == 63 && byte > 0x01 { throw .varintTooLong }
            raw |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        return Int64(bitPattern: raw >> 1) ^ -Int64(bitPattern: raw & 1)
    }
}
