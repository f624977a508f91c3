public struct JournalLimits: Sendable {
    /// Bytes of one journal segment file. A full one is closed and the next begins.
    public var segmentBytes: Int64 = 64 << 20
    /// Bytes of all journal segments. At the limit what still lives in the oldest is re-appended, so that it can be recycled.
    public var totalBytesMax: Int64 = 1 << 30
    /// Bytes of entries not yet covered by a checkpoint. At the limit the oldest groups are checkpointed; bounds the time of a restart.
    public var uncheckpointedBytesMax: Int64 = 128 << 20
    /// Bytes written under one sync. What is over waits for the next; control entries go first.
    public var syncBytesMax = 8 << 20

    public init() {}
}
