/// The index file `<base offset>.index`, big-endian:
///
///     0 magic "MSIX" | 4 version 2 | 6 reserved 2 | 8 baseOffset 8 | 16 coveredBytes 8 | 24 maxTimestamp 8 | 32 interval 4 | 36 count 4
///     40 entries: relativeOffset 4, position 4, maxTimestampBefore 8 | CRC-32C of all before 4
///
/// It is a cache: whatever does not read is made anew from the segment.
extension SegmentIndex {
    private static let magic: UInt32 = 0x4D53_4958
    private static let version: UInt16 = 1
    private static let headerBytes = 40
    private static let entryBytes = 16

    /// The longest such file.
    static let fileBytesMax = headerBytes + countMax * entryBytes + 4

    func encoded(baseOffset: Int64) -> [UInt8] {
        var writer = ByteWriter(capacity: Self.headerBytes + entries.count * Self.entryBytes + 4)
        writer.write(Self.magic)
        writer.write(Self.version)
        writer.write(UInt16(0))
        writer.write(baseOffset)
        writer.write(coveredBytes)
        writer.write(maxTimestamp)
        writer.write(Int32(clamping: interval))
        writer.write(UInt32(entries.count))
        for entry in entries {
            writer.write(entry.relativeOffset)
            writer.write(entry.position)
            writer.write(entry.maxTimestampBefore)
        }
        return writer.finishedWithChecksum()
    }

    /// - Returns: nil if the bytes are no undamaged index of the segment that begins at `baseOffset`.
    init?(decoding bytes: [UInt8], baseOffset: Int64) {
        guard var reader = ByteReader(checksummed: bytes) else { return nil }
        guard reader.read(UInt32.self) == Self.magic, reader.read(UInt16.self) == Self.version, reader.read(UInt16.self) != nil,
            reader.read(Int64.self) == baseOffset, let coveredBytes = reader.read(Int64.self), let maxTimestamp = reader.read(Int64.self),
            let interval = reader.read(Int32.self), let count = reader.read(UInt32.self), coveredBytes >= 0,
            reader.left == Int(count) * Self.entryBytes
        else { return nil }
        var entries: [Entry] = []
        entries.reserveCapacity(Int(count))
        for _ in 0..<count {
            guard let offset = reader.read(UInt32.self), let position = reader.read(UInt32.self), let before = reader.read(Int64.self)
            else { return nil }
            entries.append(Entry(relativeOffset: offset, position: position, maxTimestampBefore: before))
        }
        self.init(entries: entries, coveredBytes: coveredBytes, maxTimestamp: maxTimestamp, interval: Int(interval))
    }
}
