import CChecksums

/// Writes the small files of this room: big-endian numbers, a CRC-32C at the end.
struct ByteWriter {
    private var bytes: [UInt8] = []

    init(capacity: Int = 256) { bytes.reserveCapacity(capacity) }

    mutating func write(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func write(_ raw: some Collection<UInt8>) { bytes.append(contentsOf: raw) }

    consuming func finishedWithChecksum() -> [UInt8] {
        write(bytes.withUnsafeBytes { martlet_crc32c(0, $0.baseAddress, $0.count) })
        return bytes
    }
}
