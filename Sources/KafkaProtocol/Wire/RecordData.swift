public import NIOCore

/// Bytes of a file to be sent without passing through memory (`sendfile`). The host that made one casts it back.
public protocol FileRegion: Sendable {
    /// Bytes in the region.
    var count: Int { get }
}

/// A part of an answer on its way to the socket.
public enum WirePiece: Sendable {
    case bytes(ByteBuffer)
    case file(any FileRegion)

    /// Bytes in the piece.
    public var count: Int {
        switch self {
        case .bytes(let bytes): bytes.readableBytes
        case .file(let region): region.count
        }
    }
}

/// The value of a `records` field: record batches, which pass through untouched.
public enum RecordData: Sendable {
    /// One piece of memory; always this form when decoded.
    case bytes(ByteBuffer)
    /// Memory and file regions, one after another.
    case pieces([WirePiece])

    public init(_ bytes: ByteBuffer) { self = .bytes(bytes) }

    /// No batches at all.
    public static let empty = RecordData.bytes(ByteBuffer())

    /// Bytes in all.
    public var count: Int {
        switch self {
        case .bytes(let bytes): bytes.readableBytes
        case .pieces(let pieces): pieces.reduce(0) { $0 + $1.count }
        }
    }

    /// The bytes if they are in memory as one piece.
    public var buffer: ByteBuffer? {
        switch self {
        case .bytes(let bytes): return bytes
        case .pieces(let pieces):
            guard pieces.count == 1, case .bytes(let bytes) = pieces[0] else { return nil }
            return bytes
        }
    }
}
