/// Writes into memory whose size was computed before.
struct ByteWriter {
    private let space: UnsafeMutableRawBufferPointer
    private(set) var position = 0

    init(_ space: UnsafeMutableRawBufferPointer) { self.space = space }

    @inline(__always) mutating func int8(_ value: Int8) { store(value) }
    @inline(__always) mutating func int16(_ value: Int16) { store(value.bigEndian) }
    @inline(__always) mutating func int32(_ value: Int32) { store(value.bigEndian) }
    @inline(__always) mutating func int64(_ value: Int64) { store(value.bigEndian) }

    /// A zigzag number, short or long: the same bytes.
    @inline(__always)
    mutating func varint(_ value: Int64) {
        var rest = Varint.zigzag(value)
        while rest >= 0x80 {
            space[position] = UInt8(truncatingIfNeeded: rest) | 0x80
            position += 1
            rest >>= 7
        }
        space[position] = UInt8(truncatingIfNeeded: rest)
        position += 1
    }

    @inline(__always)
    mutating func bytes(_ bytes: UnsafeRawBufferPointer) {
        UnsafeMutableRawBufferPointer(rebasing: space[position..<(position + bytes.count)]).copyMemory(from: bytes)
        position += bytes.count
    }

    @inline(__always)
    private mutating func store<Number: FixedWidthInteger & BitwiseCopyable>(_ value: Number) {
        // The size pass of the caller is what makes this in bounds; a mistake there must not write elsewhere.
        precondition(position + MemoryLayout<Number>.size <= space.count, "the size computed before writing is too small")
        space.storeBytes(of: value, toByteOffset: position, as: Number.self)
        position += MemoryLayout<Number>.size
    }
}

/// Zigzag numbers in groups of seven bits, lowest first (as in Protocol Buffers).
enum Varint {
    @inline(__always)
    static func zigzag(_ value: Int64) -> UInt64 { UInt64(bitPattern: value << 1 ^ value >> 63) }

    @inline(__always)
    static func byteCount(_ value: Int64) -> Int { (70 - (zigzag(value) | 1).leadingZeroBitCount) / 7 }
}
