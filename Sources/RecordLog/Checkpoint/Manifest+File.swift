/// The manifest file, big-endian:
///
///     0 magic "MMAN" | 4 version 2 | 6 reserved 2 | applied index 8, term 8 | startOffset 8 | endOffset 8
///     segments: count 4, each baseOffset 8, endOffset 8, size 8, firstTimestamp 8, maxTimestamp 8, maxTimestampOffset 8
///     epochs: count 4, each epoch 4, startOffset 8 | marks: count 4, each endOffset 8, index 8, term 8
///     ownerState: count 4, bytes | CRC-32C of all before 4
extension Manifest {
    private static let magic: UInt32 = 0x4D4D_414E
    private static let version: UInt16 = 1

    func encoded() -> [UInt8] {
        var writer = ByteWriter(
            capacity: 64 + segments.count * 48 + epochs.entries.count * 12 + marks.entries.count * 24 + ownerState.count)
        writer.write(Self.magic)
        writer.write(Self.version)
        writer.write(UInt16(0))
        writer.write(applied.index)
        writer.write(applied.term)
        writer.write(startOffset)
        writer.write(endOffset)
        writer.write(UInt32(segments.count))
        for segment in segments {
            writer.write(segment.baseOffset)
            writer.write(segment.endOffset)
            writer.write(segment.size)
            writer.write(segment.firstTimestamp)
            writer.write(segment.maxTimestamp)
            writer.write(segment.maxTimestampOffset)
        }
        writer.write(UInt32(epochs.entries.count))
        for entry in epochs.entries {
            writer.write(entry.epoch)
            writer.write(entry.startOffset)
        }
        writer.write(UInt32(marks.entries.count))
        for mark in marks.entries {
            writer.write(mark.endOffset)
            writer.write(mark.applied.index)
            writer.write(mark.applied.term)
        }
        writer.write(UInt32(ownerState.count))
        writer.write(ownerState)
        return writer.finishedWithChecksum()
    }

    /// - Throws: ``RecordLogError/manifestCorrupt(file:reason:)`` unless it is undamaged, of a known version and consistent in itself.
    init(decoding bytes: [UInt8], file: String) throws(RecordLogError) {
        guard var reader = ByteReader(checksummed: bytes) else { throw .manifestCorrupt(file: file, reason: "its checksum does not match") }
        guard reader.read(UInt32.self) == Self.magic, let version = reader.read(UInt16.self), reader.read(UInt16.self) != nil else {
            throw .manifestCorrupt(file: file, reason: "it is no manifest")
        }
        guard version == Self.version else {
            throw .manifestCorrupt(file: file, reason: "it has version \(version), and this Martlet knows \(Self.version)")
        }
        guard let manifest = Manifest(&reader), reader.left == 0 else {
            throw .manifestCorrupt(file: file, reason: "its fields contradict each other")
        }
        self = manifest
    }

    private init?(_ reader: inout ByteReader) {
        guard let index = reader.read(UInt64.self), let term = reader.read(UInt64.self), let startOffset = reader.read(Int64.self),
            let endOffset = reader.read(Int64.self), let segments = Self.segments(&reader), let epochs = Self.epochs(&reader),
            let marks = Self.marks(&reader), let ownerCount = reader.read(UInt32.self), let owner = reader.readBytes(Int(ownerCount)),
            startOffset >= 0, startOffset <= endOffset, segments.last?.endOffset ?? endOffset <= endOffset
        else { return nil }
        applied = AppliedPosition(index: index, term: term)
        self.startOffset = startOffset
        self.endOffset = endOffset
        self.segments = segments
        self.epochs = epochs
        self.marks = marks
        ownerState = Array(owner)
    }

    /// How many entries follow; nil if there are not that many bytes left.
    private static func count(_ reader: inout ByteReader, of bytes: Int) -> Int? {
        guard let count = reader.read(UInt32.self), Int(count) * bytes <= reader.left else { return nil }
        return Int(count)
    }

    private static func segments(_ reader: inout ByteReader) -> [SegmentEntry]? {
        guard let count = count(&reader, of: 48) else { return nil }
        var segments: [SegmentEntry] = []
        segments.reserveCapacity(count)
        for _ in 0..<count {
            guard let base = reader.read(Int64.self), let end = reader.read(Int64.self), let size = reader.read(Int64.self),
                let first = reader.read(Int64.self), let max = reader.read(Int64.self), let maxOffset = reader.read(Int64.self),
                base >= segments.last?.endOffset ?? 0, end > base, size > 0, size <= Int64(UInt32.max) + Int64(Int32.max)
            else { return nil }
            segments.append(
                SegmentEntry(
                    baseOffset: base, endOffset: end, size: size, firstTimestamp: first, maxTimestamp: max, maxTimestampOffset: maxOffset))
        }
        return segments
    }

    private static func epochs(_ reader: inout ByteReader) -> EpochTable? {
        guard let count = count(&reader, of: 12) else { return nil }
        var entries: [EpochTable.Entry] = []
        for _ in 0..<count {
            guard let epoch = reader.read(Int32.self), let start = reader.read(Int64.self) else { return nil }
            entries.append(EpochTable.Entry(epoch: epoch, startOffset: start))
        }
        return EpochTable(entries)
    }

    private static func marks(_ reader: inout ByteReader) -> AppliedMarks? {
        guard let count = count(&reader, of: 24) else { return nil }
        var marks: [AppliedMarks.Mark] = []
        for _ in 0..<count {
            guard let end = reader.read(Int64.self), let index = reader.read(UInt64.self), let term = reader.read(UInt64.self)
            else { return nil }
            marks.append(AppliedMarks.Mark(endOffset: end, applied: AppliedPosition(index: index, term: term)))
        }
        return AppliedMarks(marks)
    }
}
