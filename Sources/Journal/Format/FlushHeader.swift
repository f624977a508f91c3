/// What begins every flush: one gathered write, made durable by one sync before the next flush begins.
///
/// Its existence proves that all flushes with lower numbers were durable. Layout (little-endian, 64 bytes, at a multiple of 64):
///
///     magic u32 · crc u32 · version u16 · flags u16 · records u32 · length u64 · sequence u64 · generation u64
///     · durable segment u64 · durable end u64 · oldest segment u64
///
/// The checksum covers the bytes after it, the segment's number and the header's position.
struct FlushHeader: Equatable, Sendable {
    static let bytes = 64
    static let alignment = 64
    static let magic: UInt32 = 0x314C_4A4D  // "MJL1"
    static let version: UInt16 = 1

    /// How many records follow.
    var records: UInt32
    /// Bytes of the flush: this header, the records and the padding to a multiple of 64.
    var length: Int64
    /// Flushes are numbered from 1 without gaps, over all segments.
    var sequence: UInt64
    /// Drawn at random for each use of a segment file and each opening; begins the checksums of the records.
    var generation: UInt64
    /// Everything up to here was durable when this was written: the end of the flush before.
    var durableSegment: UInt64
    var durableEnd: Int64
    /// No segment below this one is needed.
    var oldestSegment: UInt64

    func encode(into target: UnsafeMutableRawBufferPointer, segment: UInt64, position: Int64) {
        target.store(Self.magic, at: 0)
        target.store(Self.version, at: 8)
        target.store(0 as UInt16, at: 10)
        target.store(records, at: 12)
        target.store(length, at: 16)
        target.store(sequence, at: 24)
        target.store(generation, at: 32)
        target.store(durableSegment, at: 40)
        target.store(durableEnd, at: 48)
        target.store(oldestSegment, at: 56)
        var checksum = Checksum(generation: 0, segment: segment, position: position)
        checksum.add(UnsafeRawBufferPointer(rebasing: target[8..<Self.bytes]))
        target.store(checksum.value, at: 4)
    }

    enum Fault: Error, Equatable, Sendable {
        /// No flush was ever written here, or it was destroyed: which of the two, only later flushes can tell.
        case notAHeader
        /// A sound header of a format we do not know.
        case unknownVersion(UInt16)
    }

    /// Reads the header at a position of a segment.
    init(_ source: UnsafeRawBufferPointer, segment: UInt64, position: Int64) throws(Fault) {
        guard source.count >= Self.bytes, source.integer(at: 0) == Self.magic else { throw .notAHeader }
        var checksum = Checksum(generation: 0, segment: segment, position: position)
        checksum.add(UnsafeRawBufferPointer(rebasing: source[8..<Self.bytes]))
        guard source.integer(at: 4) == checksum.value else { throw .notAHeader }
        let version: UInt16 = source.integer(at: 8)
        guard version == Self.version else { throw .unknownVersion(version) }
        records = source.integer(at: 12)
        length = source.integer(at: 16)
        sequence = source.integer(at: 24)
        generation = source.integer(at: 32)
        durableSegment = source.integer(at: 40)
        durableEnd = source.integer(at: 48)
        oldestSegment = source.integer(at: 56)
        guard length >= Self.bytes, length % Int64(Self.alignment) == 0, sequence > 0, durableEnd >= 0 else { throw .notAHeader }
    }

    init(
        records: UInt32, length: Int64, sequence: UInt64, generation: UInt64, durableSegment: UInt64, durableEnd: Int64,
        oldestSegment: UInt64
    ) {
        self.records = records
        self.length = length
        self.sequence = sequence
        self.generation = generation
        self.durableSegment = durableSegment
        self.durableEnd = durableEnd
        self.oldestSegment = oldestSegment
    }
}
