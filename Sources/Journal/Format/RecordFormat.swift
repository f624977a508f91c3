/// The layout of records in a flush (little-endian, each at a multiple of 8):
///
///     crc u32 · length u32 · kind u8 · version u8 · reserved u16 · count u32 · group u64 · index u64 · body
///
/// The checksum covers what stands after it, the segment's number and generation, and the record's position; the length counts the header and
/// the body. Bodies:
///
/// - hard state: term u64 · voted u32 (0 or 1) · node i32 · directory u64; index is 0
/// - entries: `count` times (term u64 · payload length u32 · kind u8 · 3 bytes reserved), then the payloads; index is that of the first entry
/// - released, restarted: term u64, of the entry at index
/// - removed: empty; index is 0
enum RecordFormat {
    static let headerBytes = 32
    static let alignment = 8
    static let hardStateBytes = 24
    static let entryBytes = 16
    static let markBytes = 8
    static let version: UInt8 = 1
    /// A record of entries is closed at this size, so that readers need not hold more than one large entry at a time.
    static let entriesRecordBytes = 8 << 20
    /// The largest payload of an entry.
    static let payloadBytesMax = 1 << 30

    enum Kind: UInt8, Sendable {
        case hardState = 1
        case entries = 2
        case released = 3
        case restarted = 4
        case removed = 5
    }
}
