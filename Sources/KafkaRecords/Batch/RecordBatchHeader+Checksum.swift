internal import CChecksums
public import NIOCore

extension RecordBatchHeader {
    /// The first byte the checksum covers: the attributes.
    static let checksummedFrom = 21

    /// The CRC-32C that a batch with these bytes should carry.
    ///
    /// - Parameter batch: exactly one batch, at least its header.
    public static func checksum(of batch: UnsafeRawBufferPointer) -> UInt32 {
        guard batch.count > checksummedFrom, let start = batch.baseAddress else { return 0 }
        return martlet_crc32c(0, start + checksummedFrom, batch.count - checksummedFrom)
    }

    /// Whether the bytes of this header's batch match its checksum.
    ///
    /// - Parameter batch: begins at the batch this header was read from and may go on behind it. False if the batch is not all there.
    public func matchesChecksum(of batch: UnsafeRawBufferPointer) -> Bool {
        guard batch.count >= sizeInBytes else { return false }
        return Self.checksum(of: UnsafeRawBufferPointer(rebasing: batch[..<sizeInBytes])) == crc
    }

    /// Whether the bytes of this header's batch at `index` (absolute; the reader index if nil) match its checksum.
    public func matchesChecksum(of buffer: ByteBuffer, at index: Int? = nil) -> Bool {
        let start = index ?? buffer.readerIndex
        guard start >= buffer.readerIndex, start <= buffer.writerIndex else { return false }
        return buffer.withBytes { bytes in
            matchesChecksum(of: UnsafeRawBufferPointer(rebasing: bytes[(start - buffer.readerIndex)...]))
        }
    }
}
