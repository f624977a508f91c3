import NIOCore

/// Whole, successive batches of one segment in memory.
struct TailPiece {
    /// Of the segment they lie in.
    var segment: Int64
    /// Of the first batch.
    var baseOffset: Int64
    /// Behind the last batch.
    var endOffset: Int64
    var bytes: ByteBuffer

    /// The batches from the one that holds `offset` (or comes next) that end at or below `limit` and fit into `room` bytes.
    ///
    /// - Parameter first: the first batch may be larger than the room.
    /// - Returns: their bytes, the first one's base offset and the offset behind the last; nil if there is none.
    func batches(from offset: Int64, upTo limit: Int64, room: Int, first: Bool) -> (bytes: ByteBuffer, base: Int64, next: Int64)? {
        if offset <= baseOffset && endOffset <= limit && bytes.readableBytes <= room { return (bytes, baseOffset, endOffset) }
        var start: (position: Int, base: Int64)?
        var next: Int64 = 0
        var end = 0
        bytes.withUnsafeReadableBytes { raw in
            var position = 0
            while raw.count - position >= BatchPrefix.byteCount {
                let batch = BatchPrefix(raw, at: position)
                if batch.nextOffset > limit { break }
                if batch.nextOffset > offset {
                    let from = start?.position ?? position
                    if position + batch.size - from > room && !(first && start == nil) { break }
                    if start == nil { start = (position, batch.baseOffset) }
                    end = position + batch.size
                    next = batch.nextOffset
                    if end - from >= room { break }
                }
                position += batch.size
            }
        }
        guard let start, let slice = bytes.getSlice(at: bytes.readerIndex + start.position, length: end - start.position) else {
            return nil
        }
        return (slice, start.base, next)
    }
}
