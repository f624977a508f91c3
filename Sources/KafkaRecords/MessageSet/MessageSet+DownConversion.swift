public import NIOCore

extension MessageSet {
    /// Batches of magic 2 as a message set, for clients of Fetch v0-v3.
    ///
    /// What the old format cannot carry is left out: control batches, headers, and with magic 0 timestamps. Offsets stay. A compressed batch
    /// becomes a wrapper of the same codec.
    ///
    /// - Parameters:
    ///   - batches: one after another; a last one that is cut short is left out.
    ///   - format: `.magic0` for Fetch v0 and v1, `.magic1` for v2 and v3.
    ///   - startOffset: records before it are left out, so that a fetch may begin amid a batch.
    ///   - limit: bytes that the records of one batch may decompress to.
    /// - Returns: the set. It may be empty although `batches` is not.
    /// - Throws: `.unsupportedCompression` if the first batch that has to be converted is compressed with zstd (before a later one the set
    ///   ends); as `RecordBatch.forEachRecord(limit:_:)` for broken batches.
    public static func downConverted(
        _ batches: ByteBuffer, to format: Format, from startOffset: Int64, limit: Int
    ) throws(RecordsError) -> ByteBuffer {
        var set = ByteBuffer()
        set.reserveCapacity(batches.readableBytes)
        for batch in try RecordBatch.all(in: batches) where !batch.header.isControl && batch.header.lastOffset >= startOffset {
            guard let codec = batch.header.codec else { throw batch.header.unknownCodec }
            switch codec {
            case .zstd:
                if set.readableBytes > 0 { return set }
                throw .unsupportedCompression(
                    "Records compressed with zstd cannot be sent to a client of message format \(format.rawValue)")
            case .none:
                try write(batch, from: startOffset, to: format, relativeTo: 0, limit: limit, into: &set)
            case .gzip, .snappy, .lz4:
                try writeWrapper(of: batch, codec: codec, from: startOffset, to: format, limit: limit, into: &set)
            }
        }
        return set
    }

    private static func writeWrapper(
        of batch: RecordBatch, codec: CompressionCodec, from startOffset: Int64, to format: Format, limit: Int, into set: inout ByteBuffer
    ) throws(RecordsError) {
        var inner = ByteBuffer()
        let base = format == .magic1 ? max(batch.header.baseOffset, startOffset) : 0
        guard let last = try write(batch, from: startOffset, to: format, relativeTo: base, limit: limit, into: &inner) else { return }
        var compressed = ByteBuffer()
        try inner.withBytes { (bytes) throws(RecordsError) in
            try codec.compress(bytes, into: &compressed, legacyChecksum: format == .magic0)
        }
        var attributes = Int8(codec.rawValue)
        if format == .magic1, batch.header.timestampType == .logAppendTime { attributes |= 0b1000 }
        try compressed.withBytes { (value) throws(RecordsError) in
            try write(
                offset: last.offset, attributes: attributes, timestamp: max(-1, last.maxTimestamp), key: nil, value: value, format: format,
                into: &set)
        }
    }

    /// - Returns: the last record's absolute offset and the largest timestamp; nil if no record was written.
    @discardableResult
    private static func write(
        _ batch: RecordBatch, from startOffset: Int64, to format: Format, relativeTo base: Int64, limit: Int, into set: inout ByteBuffer
    ) throws(RecordsError) -> (offset: Int64, maxTimestamp: Int64)? {
        var last: (offset: Int64, maxTimestamp: Int64)?
        var failure: RecordsError?
        let attributes: Int8 = format == .magic1 && batch.header.timestampType == .logAppendTime ? 0b1000 : 0
        try batch.forEachRecord(limit: limit) { record in
            guard record.offset >= startOffset else { return true }
            do throws(RecordsError) {
                try write(
                    offset: record.offset &- base, attributes: attributes, timestamp: max(-1, record.timestamp), key: record.key,
                    value: record.value, format: format, into: &set)
            } catch {
                failure = error
                return false
            }
            last = (record.offset, max(last?.maxTimestamp ?? .min, record.timestamp))
            return true
        }
        if let failure { throw failure }
        return last
    }

    /// A set's size is told in 32 bits, and a buffer cannot grow without end.
    private static let bytesMax = 1 << 30

    private static func write(
        offset: Int64, attributes: Int8, timestamp: Int64, key: UnsafeRawBufferPointer?, value: UnsafeRawBufferPointer?, format: Format,
        into set: inout ByteBuffer
    ) throws(RecordsError) {
        let size = LegacyMessage.sizeMin + (format == .magic1 ? 8 : 0) + (key?.count ?? 0) + (value?.count ?? 0)
        let total = LegacyMessage.prefixByteCount + size
        guard total <= bytesMax - set.readableBytes else { throw .tooLarge(size: set.readableBytes + total, limit: bytesMax) }
        set.writeWithUnsafeMutableBytes(minimumWritableBytes: total) { space in
            var writer = ByteWriter(space)
            writer.int64(offset)
            writer.int32(Int32(size))
            writer.int32(0)
            writer.int8(format.rawValue)
            writer.int8(attributes)
            if format == .magic1 { writer.int64(timestamp) }
            for field in [key, value] {
                writer.int32(field.map { Int32($0.count) } ?? -1)
                if let field { writer.bytes(field) }
            }
            let message = UnsafeRawBufferPointer(UnsafeMutableRawBufferPointer(rebasing: space[16..<total]))
            var checksum = ByteWriter(UnsafeMutableRawBufferPointer(rebasing: space[12..<16]))
            checksum.int32(Int32(bitPattern: LegacyMessage.checksum(message)))
            return total
        }
    }
}
