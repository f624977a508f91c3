import CChecksums

/// CRC-32C as the journal uses it: begun with where the bytes stand, so that sound bytes in the wrong place are wrong.
struct Checksum {
    private(set) var value: UInt32

    /// - Parameter generation: the number drawn for this use of the file; 0 for flush headers, which carry it.
    init(generation: UInt64, segment: UInt64, position: Int64) {
        let place = (generation.littleEndian, segment.littleEndian, UInt64(bitPattern: position).littleEndian)
        value = withUnsafeBytes(of: place) { martlet_crc32c(0, $0.baseAddress, $0.count) }
    }

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        value = martlet_crc32c(value, bytes.baseAddress, bytes.count)
    }
}
