public import NIOCore

/// A record batch of magic 2 where it lies: its header, parsed, and its bytes.
public struct RecordBatch: Sendable {
    /// As it stands in ``bytes``.
    public let header: RecordBatchHeader
    /// Exactly the batch: readable from its first byte to its last.
    public let bytes: ByteBuffer

    /// The batch at `index` (absolute; the reader index if nil), as a slice. What follows it is not looked at; the checksum and the
    /// records are not checked.
    ///
    /// - Throws: as `RecordBatchHeader.init(parsing:)`, and ``RecordsError/incomplete(needed:)`` if the batch is not all there.
    public init(parsing buffer: ByteBuffer, at index: Int? = nil) throws(RecordsError) {
        let start = index ?? buffer.readerIndex
        header = try RecordBatchHeader(parsing: buffer, at: start)
        guard let bytes = buffer.getSlice(at: start, length: header.sizeInBytes) else { throw .incomplete(needed: header.sizeInBytes) }
        self.bytes = bytes
    }

    /// The batches that lie one after another in `buffer`, as slices. A last one that is cut short is left out: so a broker answers Fetch.
    ///
    /// - Throws: as `RecordBatchHeader.init(parsing:)`, but not for a cut.
    public static func all(in buffer: ByteBuffer) throws(RecordsError) -> [RecordBatch] {
        var batches: [RecordBatch] = []
        var index = buffer.readerIndex
        while index < buffer.writerIndex {
            do throws(RecordsError) {
                let batch = try RecordBatch(parsing: buffer, at: index)
                batches.append(batch)
                index += batch.header.sizeInBytes
            } catch .incomplete {
                break
            }
        }
        return batches
    }

    public var hasValidChecksum: Bool { header.matchesChecksum(of: bytes) }
}
