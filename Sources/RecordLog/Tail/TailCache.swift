import NIOCore

/// The newest batches of a partition in memory, so that consumers at its end cause no disk reads. Always a gapless end of the log.
struct TailCache {
    private var pieces: [TailPiece] = []
    /// Pieces before this one are gone; the array is tidied when they are half of it.
    private var head = 0
    /// Bytes held.
    private(set) var byteCount = 0

    /// A piece smaller than this is united with its neighbour, so that many small appends do not end in answers of many pieces.
    static let unitedBytesMax = 32 << 10

    /// The first offset held; nil if nothing is.
    var startOffset: Int64? { head < pieces.count ? pieces[head].baseOffset : nil }

    mutating func append(_ piece: TailPiece) {
        byteCount += piece.bytes.readableBytes
        pieces.append(piece)
        unite()
    }

    /// Drops the oldest pieces until at most `bytesMax` bytes are held.
    mutating func trim(to bytesMax: Int) {
        guard byteCount > bytesMax else { return }
        while byteCount > bytesMax, head < pieces.count {
            byteCount -= pieces[head].bytes.readableBytes
            pieces[head].bytes = ByteBuffer()
            head += 1
        }
        if head == pieces.count {
            pieces = []
            head = 0
        } else if head * 2 > pieces.count {
            pieces.removeFirst(head)
            head = 0
        }
    }

    /// The batches from the one that holds `offset`, of one segment.
    ///
    /// - Returns: nil if `offset` is not held.
    func read(from offset: Int64, upTo limit: Int64, maxBytes: Int, minOneBatch: Bool) -> LogRead? {
        guard let start = startOffset, offset >= start else { return nil }
        var low = head
        var high = pieces.count
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].endOffset <= offset { low = middle + 1 } else { high = middle }
        }
        var result = LogRead.empty(at: offset)
        var found: [ByteBuffer] = []
        var number = low
        while number < pieces.count, found.isEmpty || result.byteCount < maxBytes {
            let piece = pieces[number]
            if piece.segment != pieces[low].segment { break }
            let room = max(0, maxBytes - result.byteCount)
            guard let part = piece.batches(from: offset, upTo: limit, room: room, first: minOneBatch && found.isEmpty) else { break }
            if found.isEmpty { result.baseOffset = part.base }
            found.append(part.bytes)
            result.byteCount += part.bytes.readableBytes
            result.nextOffset = part.next
            if part.next < piece.endOffset { break }
            number += 1
        }
        if !found.isEmpty { result.body = .memory(found) }
        return result
    }

    /// Unites the last pieces while they are small, each with one at most twice its size: every byte is copied a few times at most, and the
    /// number of pieces stays small. Readers keep the pieces they were given.
    private mutating func unite() {
        while pieces.count - head >= 2 {
            let last = pieces[pieces.count - 1]
            let before = pieces[pieces.count - 2]
            let size = last.bytes.readableBytes
            guard before.segment == last.segment, before.bytes.readableBytes <= 2 * size,
                before.bytes.readableBytes + size <= Self.unitedBytesMax
            else { return }
            var bytes = ByteBuffer()
            bytes.reserveCapacity(before.bytes.readableBytes + size)
            bytes.writeImmutableBuffer(before.bytes)
            bytes.writeImmutableBuffer(last.bytes)
            pieces.removeLast()
            pieces[pieces.count - 1].endOffset = last.endOffset
            pieces[pieces.count - 1].bytes = bytes
        }
    }
}
