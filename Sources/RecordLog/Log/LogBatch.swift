public import NIOCore

/// One committed record batch (magic 2), validated, with its final base offset and leader epoch, on its way into the log.
public struct LogBatch: Sendable {
    /// The batch, or its first piece.
    public var bytes: ByteBuffer
    /// Further pieces; empty as a rule.
    public var rest: [ByteBuffer] = []
    public var baseOffset: Int64
    public var lastOffset: Int64
    /// The largest timestamp of its records in milliseconds, as its header says; -1 for none.
    public var maxTimestamp: Int64
    public var leaderEpoch: Int32
    /// The Raft entry it came in.
    public var applied: AppliedPosition

    public init(
        bytes: ByteBuffer, rest: [ByteBuffer] = [], baseOffset: Int64, lastOffset: Int64, maxTimestamp: Int64, leaderEpoch: Int32,
        applied: AppliedPosition
    ) {
        self.bytes = bytes
        self.rest = rest
        self.baseOffset = baseOffset
        self.lastOffset = lastOffset
        self.maxTimestamp = maxTimestamp
        self.leaderEpoch = leaderEpoch
        self.applied = applied
    }

    /// Bytes of the whole batch.
    public var size: Int {
        var size = bytes.readableBytes
        for piece in rest { size += piece.readableBytes }
        return size
    }
}
