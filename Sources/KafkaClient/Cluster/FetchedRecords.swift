public import NIOCore

/// A stretch of a partition, as a leader gave it.
public struct FetchedRecords: Sendable {
    /// Whole batches, the last perhaps cut; empty if there is nothing behind the offset.
    public var bytes: ByteBuffer
    public var highWatermark: Int64
    /// -1: the node is too old to tell.
    public var logStartOffset: Int64
}
