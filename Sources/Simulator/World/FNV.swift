import NIOCore

/// FNV-1a with 64 bits, over words of eight bytes: the same in every process, unlike `Hasher`.
struct FNV: Sendable {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ number: UInt64) { value = (value ^ number) &* 0x100_0000_01B3 &+ value >> 47 }

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        var position = 0
        while position + 8 <= bytes.count {
            add(bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            position += 8
        }
        var rest = UInt64(bytes.count) << 56
        while position < bytes.count {
            rest = rest << 8 | UInt64(bytes[position])
            position += 1
        }
        add(rest)
    }

    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    mutating func add(_ buffer: ByteBuffer) { buffer.withUnsafeReadableBytes { add($0) } }

    static func hash(_ buffer: ByteBuffer) -> UInt64 {
        var hash = FNV()
        hash.add(buffer)
        return hash.value
    }
}
