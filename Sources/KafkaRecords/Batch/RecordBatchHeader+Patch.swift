public import NIOCore

/// Writing a leader's decisions into a batch where it lies. The base offset and the leader epoch are outside the checksum for this very
/// purpose, so the batch of a producer travels on as it came.
extension RecordBatchHeader {
    /// Gives the batch at `index` (absolute; the reader index if nil) its offset and leader epoch.
    ///
    /// Copies the buffer's storage first if anything else refers to it (another buffer, a slice).
    /// - Precondition: at least 16 bytes are readable from `index`: a header was parsed there.
    public static func patch(_ buffer: inout ByteBuffer, at index: Int? = nil, baseOffset: Int64, leaderEpoch: Int32) {
        let start = index ?? buffer.readerIndex
        precondition(start >= buffer.readerIndex && start + 16 <= buffer.writerIndex, "no batch header at the index to patch")
        buffer.withVeryUnsafeMutableBytes { storage in
            guard let base = storage.baseAddress else { return }
            writePatch(into: base + start, baseOffset: baseOffset, leaderEpoch: leaderEpoch)
        }
    }

    /// The same through storage that may be shared, without a copy: every buffer that refers to these bytes sees the change.
    ///
    /// Only for the owner of a batch, once, before it is shared: the core that leads the partition calls it on a slice of a request's frame
    /// (or on a received entry) *before* any other thread, the journal or a reader gets a buffer over those bytes. Other slices of the same
    /// frame may live on other threads, as long as none of them covers the patched 16 bytes.
    /// - Precondition: at least 16 bytes are readable from `index`: a header was parsed there.
    public static func unsafePatch(shared buffer: ByteBuffer, at index: Int? = nil, baseOffset: Int64, leaderEpoch: Int32) {
        let start = index ?? buffer.readerIndex
        precondition(start >= buffer.readerIndex && start + 16 <= buffer.writerIndex, "no batch header at the index to patch")
        buffer.withVeryUnsafeBytes { storage in
            guard let base = storage.baseAddress else { return }
            writePatch(into: UnsafeMutableRawPointer(mutating: base) + start, baseOffset: baseOffset, leaderEpoch: leaderEpoch)
        }
    }

    /// Writes bytes 0..<8 (base offset) and 12..<16 (leader epoch) of the batch that begins at `batch`.
    public static func writePatch(into batch: UnsafeMutableRawPointer, baseOffset: Int64, leaderEpoch: Int32) {
        batch.storeBytes(of: baseOffset.bigEndian, toByteOffset: 0, as: Int64.self)
        batch.storeBytes(of: leaderEpoch.bigEndian, toByteOffset: 12, as: Int32.self)
    }

    /// Sets the timestamp type and the largest timestamp of a batch, and its checksum anew: they are covered by it.
    ///
    /// - Parameter batch: exactly one batch, whose header has been parsed.
    public static func writeTimestamps(into batch: UnsafeMutableRawBufferPointer, type: TimestampType, maxTimestamp: Int64) {
        guard let base = batch.baseAddress, batch.count >= byteCount else { return }
        var attributes = RecordBatchAttributes(rawValue: UnsafeRawBufferPointer(batch).int16(at: 21))
        attributes.timestampType = type
        base.storeBytes(of: attributes.rawValue.bigEndian, toByteOffset: 21, as: Int16.self)
        base.storeBytes(of: maxTimestamp.bigEndian, toByteOffset: 35, as: Int64.self)
        base.storeBytes(of: checksum(of: UnsafeRawBufferPointer(batch)).bigEndian, toByteOffset: 17, as: UInt32.self)
    }
}
