public import NIOCore

/// Whole record batches of one segment, as a read found them.
public struct LogRead: Sendable {
    public enum Body: Sendable {
        /// Nothing to read: at the end, or the first batch is not allowed to go.
        case empty
        /// From the tail kept in memory: in order, each piece whole batches.
        case memory([ByteBuffer])
        /// From a segment file: to be sent with `sendfile`, or read with ``SegmentRegion/readBytes(allocator:)``.
        case file(SegmentRegion)
    }

    /// The base offset of the first batch: not above the offset asked for, unless compaction took what lay there. The offset asked for if empty.
    public var baseOffset: Int64
    /// The offset to go on from: behind the last batch.
    public var nextOffset: Int64
    public var byteCount: Int
    public var body: Body

    public init(baseOffset: Int64, nextOffset: Int64, byteCount: Int, body: Body) {
        self.baseOffset = baseOffset
        self.nextOffset = nextOffset
        self.byteCount = byteCount
        self.body = body
    }

    static func empty(at offset: Int64) -> LogRead { LogRead(baseOffset: offset, nextOffset: offset, byteCount: 0, body: .empty) }

    /// The bytes in one buffer, read from the disk if they lie there. May block.
    public func bytes() throws(RecordLogError) -> ByteBuffer {
        switch body {
        case .empty: return ByteBuffer()
        case .memory(let pieces):
            if pieces.count == 1 { return pieces[0] }
            var all = ByteBuffer()
            all.reserveCapacity(byteCount)
            for piece in pieces { all.writeImmutableBuffer(piece) }
            return all
        case .file(let region): return try region.readBytes()
        }
    }
}
