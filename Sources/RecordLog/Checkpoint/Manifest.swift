/// What a partition's log is, as of one checkpoint. Everything it names is durable before it is written.
struct Manifest: Hashable, Sendable {
    /// A segment as the manifest has it.
    struct SegmentEntry: Hashable, Sendable {
        var baseOffset: Int64
        var endOffset: Int64
        /// Bytes of the file that belong to the log and are durable.
        var size: Int64
        var firstTimestamp: Int64
        var maxTimestamp: Int64
        var maxTimestampOffset: Int64
    }

    var applied: AppliedPosition
    var startOffset: Int64
    var endOffset: Int64
    var segments: [SegmentEntry]
    var epochs: EpochTable
    var marks: AppliedMarks
    /// Whatever the owner needs to go on from here: producer state, for one.
    var ownerState: [UInt8]
}
