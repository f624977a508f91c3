extension WireWriter {
    @inlinable
    public mutating func int8(_ value: Int8) {
        let at = reserve(1)
        base.storeBytes(of: value, toByteOffset: at, as: Int8.self)
    }

    @inlinable
    public mutating func int16(_ value: Int16) {
        let at = reserve(2)
        base.storeBytes(of: value.bigEndian, toByteOffset: at, as: Int16.self)
    }

    @inlinable
    public mutating func uint16(_ value: UInt16) {
        let at = reserve(2)
        base.storeBytes(of: value.bigEndian, toByteOffset: at, as: UInt16.self)
    }

    @inlinable
    public mutating func int32(_ value: Int32) {
        let at = reserve(4)
        base.storeBytes(of: value.bigEndian, toByteOffset: at, as: Int32.self)
    }

    @inlinable
    public mutating func uint32(_ value: UInt32) {
        let at = reserve(4)
        base.storeBytes(of: value.bigEndian, toByteOffset: at, as: UInt32.self)
    }

    @inlinable
    public mutating func int64(_ value: Int64) {
        let at = reserve(8)
        base.storeBytes(of: value.bigEndian, toByteOffset: at, as: Int64.self)
    }

    @inlinable
    public mutating func bool(_ value: Bool) {
        int8(value ? 1 : 0)
    }

    public mutating func float64(_ value: Double) {
        int64(Int64(bitPattern: value.bitPattern))
    }

    public mutating func uuid(_ value: KafkaUUID) {
        int64(Int64(bitPattern: value.high))
        int64(Int64(bitPattern: value.low))
    }

    public mutating func errorCode(_ value: ErrorCode) {
        int16(value.rawValue)
    }

    /// See ``WireReader/unsignedVarint()``.
    @inlinable
    public mutating func unsignedVarint(_ value: UInt32) {
        if value < 0x80 {
            int8(Int8(truncatingIfNeeded: value))
        } else {
            longVarint(UInt64(value))
        }
    }

    /// See ``WireReader/varint()``.
    @inlinable
    public mutating func varint(_ value: Int32) {
        unsignedVarint(UInt32(bitPattern: (value << 1) ^ (value >> 31)))
    }

    /// See ``WireReader/varlong()``.
    public mutating func varlong(_ value: Int64) {
        longVarint(UInt64(bitPattern: (value << 1) ^ (value >> 63)))
    }

    @usableFromInline
    mutating func longVarint(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            int8(Int8(bitPattern: UInt8(rest & 0x7F) | 0x80))
            rest >>= 7
        }
        int8(Int8(rest))
    }
}
