public import NIOCore

/// What a ``WireWriter`` has written: pieces to be sent one after another.
public struct WireOutput: Sendable {
    /// In order of sending; none is empty.
    public let pieces: [WirePiece]
    /// Bytes of all pieces.
    public let count: Int

    init(pieces: [WirePiece], count: Int) {
        self.pieces = pieces
        self.count = count
    }

    /// All bytes as one buffer, copied together unless they are one piece already; nil if a file region is among them.
    public func joined() -> ByteBuffer? {
        if pieces.count == 1, case .bytes(let only) = pieces[0] { return only }
        var all = ByteBufferAllocator().buffer(capacity: count)
        for piece in pieces {
            guard case .bytes(let bytes) = piece else { return nil }
            all.writeImmutableBuffer(bytes)
        }
        return all
    }
}
