public import NIOCore

/// Makes one record batch of magic 2, record by record.
public struct RecordBatchBuilder: Sendable {
    /// What stands in the header besides what the records give.
    public struct Options: Sendable {
        public var codec: CompressionCodec = .none
        /// Nil for the library's default; see ``CompressionCodec/compress(_:into:level:legacyChecksum:)``.
        public var compressionLevel: Int32?
        /// Producers send 0; the leader decides.
        public var baseOffset: Int64 = 0
        public var partitionLeaderEpoch: Int32 = -1
        /// `.logAppendTime` needs ``maxTimestamp``.
        public var timestampType: TimestampType = .createTime
        /// Nil: the largest of the records'.
        public var maxTimestamp: Int64?
        /// -1, -1, -1 for a producer that is not idempotent.
        public var producerID: Int64 = -1
        public var producerEpoch: Int16 = -1
        public var baseSequence: Int32 = -1
        public var isTransactional = false
        public var isControl = false

        public init() {}
    }

    public var options: Options
    public private(set) var recordCount: Int32 = 0
    /// The header's place and the records, not compressed.
    private var buffer: ByteBuffer
    private var baseTimestamp: Int64 = -1
    private var maxTimestamp: Int64 = -1
    private var lastOffsetDelta: Int32 = -1

    /// A batch's size is told in 32 bits, and a record's too; some are left for the header and the compression's own.
    private static let bytesMax = 1 << 30

    /// - Parameter capacity: bytes to reserve, if it can be guessed.
    public init(_ options: Options = Options(), capacity: Int = 512) {
        self.options = options
        buffer = ByteBuffer()
        buffer.reserveCapacity(max(capacity, RecordBatchHeader.byteCount))
        buffer.writeRepeatingByte(0, count: RecordBatchHeader.byteCount)
    }

    public var isEmpty: Bool { recordCount == 0 }

    /// Bytes of the batch as it would be without compression.
    public var uncompressedByteCount: Int { buffer.readableBytes }

    /// Adds a record at the next offset.
    ///
    /// - Parameter timestamp: milliseconds since the epoch; -1 for none.
    /// - Throws: `.tooLarge` if the batch would pass 1 GiB, `.invalid` if the timestamps are too far apart for a delta.
    public mutating func append(
        key: UnsafeRawBufferPointer?, value: UnsafeRawBufferPointer?, timestamp: Int64, headers: [RecordHeader] = []
    ) throws(RecordsError) {
        var encoded = ByteBuffer()
        if !headers.isEmpty { try Self.encode(headers, into: &encoded) }
        try encoded.withBytes { (headerBytes) throws(RecordsError) in
            try append(
                offsetDelta: lastOffsetDelta + 1, timestamp: timestamp, key: key, value: value, headerCount: headers.count,
                headerBytes: headerBytes)
        }
    }

    /// Adds a record at the next offset.
    ///
    /// - Throws: as ``append(key:value:timestamp:headers:)``.
    public mutating func append(
        key: ByteBuffer?, value: ByteBuffer?, timestamp: Int64, headers: [RecordHeader] = []
    ) throws(RecordsError) {
        try (key ?? ByteBuffer()).withBytes { (keyBytes) throws(RecordsError) in
            try (value ?? ByteBuffer()).withBytes { (valueBytes) throws(RecordsError) in
                try append(
                    key: key == nil ? nil : keyBytes, value: value == nil ? nil : valueBytes, timestamp: timestamp, headers: headers)
            }
        }
    }

    /// Adds a record with its headers as they stand in another batch.
    mutating func append(
        offsetDelta: Int32, timestamp: Int64, key: UnsafeRawBufferPointer?, value: UnsafeRawBufferPointer?, headerCount: Int,
        headerBytes: UnsafeRawBufferPointer
    ) throws(RecordsError) {
        let base = recordCount == 0 ? timestamp : baseTimestamp
        let (timestampDelta, overflow) = timestamp.subtractingReportingOverflow(base)
        guard !overflow else { throw .invalid("Timestamps of one batch are too far apart") }

        // Each is at most an allocation, so these sums cannot overflow.
        let keyBytes = Varint.byteCount(key.map { Int64($0.count) } ?? -1) + (key?.count ?? 0)
        let valueBytes = Varint.byteCount(value.map { Int64($0.count) } ?? -1) + (value?.count ?? 0)
        let length =
            1 + Varint.byteCount(timestampDelta) + Varint.byteCount(Int64(offsetDelta)) + keyBytes + valueBytes
            + Varint.byteCount(Int64(headerCount)) + headerBytes.count
        let total = Varint.byteCount(Int64(length)) + length
        guard total <= Self.bytesMax - buffer.readableBytes else {
            throw .tooLarge(size: buffer.readableBytes + total, limit: Self.bytesMax)
        }

        buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: total) { space in
            var writer = ByteWriter(space)
            writer.varint(Int64(length))
            writer.int8(0)
            writer.varint(timestampDelta)
            writer.varint(Int64(offsetDelta))
            writer.varint(key.map { Int64($0.count) } ?? -1)
            if let key { writer.bytes(key) }
            writer.varint(value.map { Int64($0.count) } ?? -1)
            if let value { writer.bytes(value) }
            writer.varint(Int64(headerCount))
            writer.bytes(headerBytes)
            return writer.position
        }
        baseTimestamp = base
        maxTimestamp = recordCount == 0 ? timestamp : max(maxTimestamp, timestamp)
        lastOffsetDelta = max(lastOffsetDelta, offsetDelta)
        recordCount += 1
    }

    /// The batch, with all lengths, counts and its checksum.
    ///
    /// - Parameter lastOffsetDelta: for a batch that lost its last records, the delta it must keep.
    /// - Throws: `.invalid` if there is no record, or if the codec fails.
    public func finish(lastOffsetDelta kept: Int32? = nil) throws(RecordsError) -> ByteBuffer {
        guard recordCount > 0 else { throw .invalid("A batch without records") }
        var batch = buffer
        if options.codec != .none {
            batch = ByteBuffer()
            batch.reserveCapacity(RecordBatchHeader.byteCount + buffer.readableBytes / 2)
            batch.writeRepeatingByte(0, count: RecordBatchHeader.byteCount)
            try buffer.withBytes { (bytes) throws(RecordsError) in
                try options.codec.compress(
                    UnsafeRawBufferPointer(rebasing: bytes[RecordBatchHeader.byteCount...]), into: &batch, level: options.compressionLevel)
            }
        }
        batch.withUnsafeMutableReadableBytes { writeHeader(into: $0, lastOffsetDelta: max(lastOffsetDelta, kept ?? 0)) }
        return batch
    }

    private func writeHeader(into batch: UnsafeMutableRawBufferPointer, lastOffsetDelta: Int32) {
        let attributes = RecordBatchAttributes(
            codec: options.codec, timestampType: options.timestampType, isTransactional: options.isTransactional,
            isControl: options.isControl)
        var writer = ByteWriter(batch)
        writer.int64(options.baseOffset)
        writer.int32(Int32(truncatingIfNeeded: batch.count - RecordBatchHeader.prefixByteCount))
        writer.int32(options.partitionLeaderEpoch)
        writer.int8(2)
        writer.int32(0)
        writer.int16(attributes.rawValue)
        writer.int32(lastOffsetDelta)
        writer.int64(baseTimestamp)
        writer.int64(options.maxTimestamp ?? maxTimestamp)
        writer.int64(options.producerID)
        writer.int16(options.producerEpoch)
        writer.int32(options.baseSequence)
        writer.int32(recordCount)
        var checksum = ByteWriter(UnsafeMutableRawBufferPointer(rebasing: batch[17..<21]))
        checksum.int32(Int32(bitPattern: RecordBatchHeader.checksum(of: UnsafeRawBufferPointer(batch))))
    }

    private static func encode(_ headers: [RecordHeader], into buffer: inout ByteBuffer) throws(RecordsError) {
        for header in headers {
            let name = header.name.readableBytesView
            let value = header.value?.readableBytesView
            let total =
                Varint.byteCount(Int64(name.count)) + name.count + Varint.byteCount(value.map { Int64($0.count) } ?? -1)
                + (value?.count ?? 0)
            guard total <= bytesMax - buffer.readableBytes else {
                throw .tooLarge(size: buffer.readableBytes + total, limit: bytesMax)
            }
            buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: total) { space in
                var writer = ByteWriter(space)
                writer.varint(Int64(name.count))
                name.withUnsafeBytes { writer.bytes($0) }
                writer.varint(value.map { Int64($0.count) } ?? -1)
                value?.withUnsafeBytes { writer.bytes($0) }
                return writer.position
            }
        }
    }
}
