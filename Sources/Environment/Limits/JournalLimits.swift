public struct JournalLimits: Sendable {
    /// Bytes of one journal segment file. A full one is closed and the next begins; a flush larger than this has a segment of its own.
    public var segmentBytes: Int64 = 64 << 20
    /// Bytes of all journal segments. At the limit what still lives in the oldest is re-appended, so that it can be recycled.
    public var totalBytesMax: Int64 = 1 << 30
    /// Bytes of entries not yet covered by a checkpoint. At the limit the oldest groups are checkpointed; bounds the time of a restart.
    public var uncheckpointedBytesMax: Int64 = 128 << 20
    /// Bytes written under one sync. What is over waits for the next; control entries go first.
    public var syncBytesMax = 8 << 20
    /// Bytes of live entries of one group that may be re-appended to free an old segment. A group with more waits for its checkpoint.
    public var reappendBytesMax = 1 << 20
    /// Free bytes of the disk that only releases and removals may use. Below it entries and votes are refused before anything is lost.
    public var freeBytesReserve: Int64 = 64 << 20
    /// Bytes by which a new segment file is filled with zeros ahead of the writes, so that most syncs need not change its size. A recycled
    /// one is full already.
    public var growthBytes = 1 << 20
    /// Recycled segment files that wait for their next use. More are removed.
    public var spareSegmentsMax = 2

    public init() {}
}
