import CChecksums

/// Reads what ``ByteWriter`` wrote. Nil where the bytes end too early.
struct ByteReader {
    private let bytes: [UInt8]
    private var position = 0
    private let end: Int

    /// - Returns: nil if the CRC-32C in the last four bytes is not that of the bytes before it.
    init?(checksummed bytes: [UInt8]) {
        guard bytes.count >= 4 else { return nil }
        let end = bytes.count - 4
        let (checksum, stored) = bytes.withUnsafeBytes {
            (martlet_crc32c(0, $0.baseAddress, end), UInt32(bigEndian: $0.loadUnaligned(fromByteOffset: end, as: UInt32.self)))
        }
        guard checksum == stored else { return nil }
        self.bytes = bytes
        self.end = end
    }

    /// Bytes not yet read, without the checksum.
    var left: Int { end - position }

    mutating func read<Value: FixedWidthInteger & BitwiseCopyable>(_ type: Value.Type) -> Value? {
        guard left >= MemoryLayout<Value>.size else { return nil }
        let value = bytes.withUnsafeBytes { Value(bigEndian: $0.loadUnaligned(fromByteOffset: position, as: Value.self)) }
        position += MemoryLayout<Value>.size
        return value
    }

    mutating func readBytes(_ count: Int) -> ArraySlice<UInt8>? {
        guard count >= 0, left >= count else { return nil }
        defer { position += count }
        return bytes[position..<position + count]
    }
}
