import Raft

/// Where a live record of entries lies, and which of its entries still live.
struct RecordPlace: Sendable, Equatable {
    var segment: UInt64
    /// Of the record's first byte, in the segment.
    var position: Int64
    /// Of header and body.
    var length: Int
    /// The live entries; the record may hold older ones before and overwritten ones behind.
    var first: LogIndex
    var last: LogIndex
}
