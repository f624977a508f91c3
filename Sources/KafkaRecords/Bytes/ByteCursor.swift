/// Reads numbers and runs of bytes one after another, never beyond the end.
///
/// It is used within one `withBytes` call, so that the memory stays.
struct ByteCursor {
    let bytes: UnsafeRawBufferPointer
    private(set) var position = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var remaining: Int { bytes.count - position }

    static let cut = RecordsError.invalid("A record is cut short")

    @inline(__always)
    mutating func int8() throws(RecordsError) -> Int8 {
        guard remaining >= 1 else { throw Self.cut }
        defer { position += 1 }
        return bytes.int8(at: position)
    }

    @inline(__always)
    mutating func int32() throws(RecordsError) -> Int32 {
        guard remaining >= 4 else { throw Self.cut }
        defer { position += 4 }
        return bytes.int32(at: position)
    }

    @inline(__always)
    mutating func int64() throws(RecordsError) -> Int64 {
        guard remaining >= 8 else { throw Self.cut }
        defer { position += 8 }
        return bytes.int64(at: position)
    }

    /// A zigzag number of up to five bytes.
    @inline(__always)
    mutating func varint() throws(RecordsError) -> Int32 {
        let raw = UInt32(truncatingIfNeeded: try unsigned(bytesMax: 5))
        return Int32(bitPattern: raw >> 1) ^ -Int32(bitPattern: raw & 1)
    }

    /// A zigzag number of up to ten bytes.
    @inline(__always)
    mutating func varlong() throws(RecordsError) -> Int64 {
        let raw = try unsigned(bytesMax: 10)
        return Int64(bitPattern: raw >> 1) ^ -Int64(bitPattern: raw & 1)
    }

    @inline(__always)
    private mutating func unsigned(bytesMax: Int) throws(RecordsError) -> UInt64 {
        // Nearly all numbers in a record have one byte.
        guard position < bytes.count else { throw Self.cut }
        let first = bytes[position]
        position += 1
        return first < 0x80 ? UInt64(first) : try longer(UInt64(first & 0x7F), bytesMax: bytesMax)
    }

    private mutating func longer(_ first: UInt64, bytesMax: Int) throws(RecordsError) -> UInt64 {
        var value = first
        for index in 1..<bytesMax {
            guard position < bytes.count else { throw Self.cut }
            let byte = bytes[position]
            position += 1
            value |= UInt64(byte & 0x7F) << UInt64(7 * index)
            if byte < 0x80 { return value }
        }
        throw .invalid("A number in a record has more than \(bytesMax) bytes")
    }

    /// A run of bytes after its length as varint; nil for length -1.
    @inline(__always)
    mutating func varbytes() throws(RecordsError) -> Range<Int>? { try run(Int(varint())) }

    /// A run of `count` bytes; nil for -1.
    @inline(__always)
    mutating func run(_ count: Int) throws(RecordsError) -> Range<Int>? {
        guard count >= 0 else {
            guard count == -1 else { throw .invalid("A record has a field of length \(count)") }
            return nil
        }
        guard count <= remaining else { throw Self.cut }
        defer { position += count }
        return position..<(position + count)
    }
}

extension UnsafeRawBufferPointer {
    /// The bytes of a range found by a cursor over this buffer.
    @inline(__always)
    func at(_ range: Range<Int>) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: self[range]) }
}
