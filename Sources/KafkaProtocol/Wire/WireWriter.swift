import NIOCore

/// Writes messages into memory of its own, and ends as ``WireOutput``.
///
/// Reusable: ``take()`` and ``takeFrame()`` hand out what was written and leave the writer empty with its memory kept. Writing does not
/// throw; a value that its form cannot carry marks the output as broken, and taking it throws.
public struct WireWriter: ~Copyable {
    /// A stretch of foreign bytes among our own.
    struct Insertion {
        /// How many of our own bytes come before it.
        var offset: Int
        var piece: WirePiece
    }

    /// Record data up to this many bytes is copied into the writer; larger becomes a piece of its own.
    public static let copiedBytesMax = 4096

    @usableFromInline var base: UnsafeMutableRawPointer
    @usableFromInline var capacity: Int
    /// Own bytes written.
    @usableFromInline var count = 0
    var insertions: [Insertion] = []
    var insertedBytes = 0
    var failed = false

    /// - Parameter capacity: bytes to have room for at first; it grows as needed.
    public init(capacity: Int = 1024) {
        self.capacity = max(capacity, 64)
        self.base = UnsafeMutableRawPointer.allocate(byteCount: self.capacity, alignment: 16)
    }

    deinit { base.deallocate() }

    /// Bytes written, those of inserted pieces included.
    public var byteCount: Int { count + insertedBytes }

    /// Takes what was written, without a length prefix.
    ///
    /// - Throws: ``ProtocolError/unwritable`` if a value did not fit its form; what was written is dropped.
    public mutating func take() throws(ProtocolError) -> WireOutput {
        defer { reset() }
        if failed { throw .unwritable }
        let total = byteCount
        if total == 0 { return WireOutput(pieces: [], count: 0) }
        var own = ByteBufferAllocator().buffer(capacity: count)
        own.writeBytes(UnsafeRawBufferPointer(start: base, count: count))
        if insertions.isEmpty { return WireOutput(pieces: [.bytes(own)], count: total) }

        var pieces: [WirePiece] = []
        pieces.reserveCapacity(2 * insertions.count + 1)
        for insertion in insertions {
            // The offsets ascend and end at `count`, so every slice is there.
            let length = insertion.offset - own.readerIndex
            if length > 0, let part = own.readSlice(length: length) { pieces.append(.bytes(part)) }
            pieces.append(insertion.piece)
        }
        if own.readableBytes > 0 { pieces.append(.bytes(own)) }
        return WireOutput(pieces: pieces, count: total)
    }

    /// Starts a frame: leaves room for its length. Must be the first thing written.
    public mutating func beginFrame() {
        int32(0)
    }

    /// Ends the frame begun with ``beginFrame()``: sets its length, and takes it.
    ///
    /// - Throws: ``ProtocolError/unwritable`` if a value did not fit its form, or the frame is above 2 GiB.
    public mutating func takeFrame() throws(ProtocolError) -> WireOutput {
        if let length = Int32(exactly: byteCount - 4), length >= 0 {
            base.storeBytes(of: length.bigEndian, as: Int32.self)
        } else {
            failed = true
        }
        return try take()
    }

    /// Forgets what was written, and a failure.
    public mutating func reset() {
        count = 0
        insertions.removeAll(keepingCapacity: true)
        insertedBytes = 0
        failed = false
        if capacity > 1 << 20 {
            // One large answer should not keep its memory for ever.
            base.deallocate()
            capacity = 1024
            base = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
        }
    }

    /// Makes room for `bytes` more and returns the offset where they go; the caller fills them.
    @inlinable
    mutating func reserve(_ bytes: Int) -> Int {
        let start = count
        if capacity - start < bytes { grow(bytes) }
        count = start &+ bytes
        return start
    }

    @usableFromInline
    @inline(never)
    mutating func grow(_ bytes: Int) {
        let wanted = max(count + bytes, 2 * capacity)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: wanted, alignment: 16)
        larger.copyMemory(from: base, byteCount: count)
        base.deallocate()
        base = larger
        capacity = wanted
    }

    mutating func insert(_ piece: WirePiece) {
        let bytes = piece.count
        if bytes == 0 { return }
        insertions.append(Insertion(offset: count, piece: piece))
        insertedBytes += bytes
    }

    mutating func fail() {
        failed = true
    }
}
