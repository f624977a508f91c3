public import NIOCore

/// The first 61 bytes of a record batch of magic 2 (KIP-98), big-endian:
///
///     0 baseOffset 8 | 8 batchLength 4 | 12 partitionLeaderEpoch 4 | 16 magic 1 | 17 crc 4 | 21 attributes 2 | 23 lastOffsetDelta 4
///     27 baseTimestamp 8 | 35 maxTimestamp 8 | 43 producerId 8 | 51 producerEpoch 2 | 53 baseSequence 4 | 57 recordCount 4 | 61 records
///
/// A value of this type is consistent in itself: lengths and counts are possible ones, so that sums of them cannot overflow. What a client may
/// send is narrower still (see `ProducedRecords`). The base offset and leader epoch are outside the checksum and may be any number.
public struct RecordBatchHeader: Hashable, Sendable {
    public var baseOffset: Int64
    /// Bytes of the batch behind this field: 12 fewer than ``sizeInBytes``.
    public private(set) var batchLength: Int32
    public var partitionLeaderEpoch: Int32
    /// CRC-32C of everything from the attributes to the end of the batch, as it stands there.
    public private(set) var crc: UInt32
    public private(set) var attributes: RecordBatchAttributes
    /// Offset of the last record, less the base offset. Larger than ``recordCount`` - 1 only where compaction took records out.
    public private(set) var lastOffsetDelta: Int32
    /// Milliseconds since the epoch, the origin of the records' timestamp deltas; -1 for none. The delete horizon, if the bit is set.
    public private(set) var baseTimestamp: Int64
    public private(set) var maxTimestamp: Int64
    /// -1 if the producer is not idempotent.
    public private(set) var producerID: Int64
    public private(set) var producerEpoch: Int16
    /// Sequence number of the first record; -1 if the producer is not idempotent.
    public private(set) var baseSequence: Int32
    public private(set) var recordCount: Int32

    /// Bytes of the header.
    public static let byteCount = 61
    /// Bytes in front of what ``batchLength`` counts.
    public static let prefixByteCount = 12
    /// The least a record can have: its length, attributes, two deltas, two null lengths and no headers.
    static let recordBytesMin = 7

    /// Reads and checks a header. The rest of the batch need not be there.
    ///
    /// - Parameter bytes: begins at the batch and may go on behind it.
    /// - Throws: ``RecordsError/incomplete(needed:)`` for fewer than 61 bytes, `.corrupt` for another magic or a length that cannot be,
    ///   `.invalid` for counts that contradict each other.
    public init(parsing bytes: UnsafeRawBufferPointer) throws(RecordsError) {
        guard bytes.count >= Self.byteCount else { throw .incomplete(needed: Self.byteCount) }
        let magic = bytes.int8(at: 16)
        guard magic == 2 else { throw .corrupt("Invalid magic found in record: \(magic)") }
        baseOffset = bytes.int64(at: 0)
        batchLength = bytes.int32(at: 8)
        partitionLeaderEpoch = bytes.int32(at: 12)
        crc = UInt32(bitPattern: bytes.int32(at: 17))
        attributes = RecordBatchAttributes(rawValue: bytes.int16(at: 21))
        lastOffsetDelta = bytes.int32(at: 23)
        baseTimestamp = bytes.int64(at: 27)
        maxTimestamp = bytes.int64(at: 35)
        producerID = bytes.int64(at: 43)
        producerEpoch = bytes.int16(at: 51)
        baseSequence = bytes.int32(at: 53)
        recordCount = bytes.int32(at: 57)

        guard batchLength >= Int32(Self.byteCount - Self.prefixByteCount) else {
            throw .corrupt("A record batch of length \(batchLength) has no room for its header")
        }
        guard recordCount >= 0, lastOffsetDelta >= 0, Int64(recordCount) <= Int64(lastOffsetDelta) + 1 else {
            throw .invalid("A record batch of \(recordCount) records with last offset delta \(lastOffsetDelta)")
        }
        if attributes.codec == CompressionCodec.none, Int(recordCount) * Self.recordBytesMin > sizeInBytes - Self.byteCount {
            throw .invalid("A record batch of \(sizeInBytes) bytes cannot hold \(recordCount) records")
        }
    }

    /// Reads and checks the header of the batch at `index` (absolute; the reader index if nil). The rest of the batch need not be there.
    ///
    /// - Throws: as ``init(parsing:)``.
    public init(parsing buffer: ByteBuffer, at index: Int? = nil) throws(RecordsError) {
        let start = index ?? buffer.readerIndex
        guard start >= buffer.readerIndex, start <= buffer.writerIndex else { throw .incomplete(needed: Self.byteCount) }
        self = try buffer.withBytes { (bytes) throws(RecordsError) in
            try RecordBatchHeader(parsing: UnsafeRawBufferPointer(rebasing: bytes[(start - buffer.readerIndex)...]))
        }
    }
}

extension RecordBatchHeader {
    /// Bytes of the whole batch, header included.
    public var sizeInBytes: Int { Int(batchLength) + Self.prefixByteCount }

    /// Nil if the bits name no codec that exists.
    public var codec: CompressionCodec? { attributes.codec }
    public var timestampType: TimestampType { attributes.timestampType }
    public var isTransactional: Bool { attributes.isTransactional }
    public var isControl: Bool { attributes.isControl }
    public var hasDeleteHorizon: Bool { attributes.hasDeleteHorizon }
    /// Whether the producer numbers its records (KIP-98).
    public var isIdempotent: Bool { producerID >= 0 }

    /// Wraps around if the base offset, which no checksum covers, is near the largest number.
    public var lastOffset: Int64 { baseOffset &+ Int64(lastOffsetDelta) }
    /// The offset behind the batch.
    public var nextOffset: Int64 { lastOffset &+ 1 }
    /// Sequence number of the last record; -1 if the producer is not idempotent. After the largest number they go on at 0.
    public var lastSequence: Int32 {
        guard baseSequence >= 0 else { return -1 }
        return Int32(truncatingIfNeeded: (Int64(baseSequence) + Int64(lastOffsetDelta)) & Int64(Int32.max))
    }
}
