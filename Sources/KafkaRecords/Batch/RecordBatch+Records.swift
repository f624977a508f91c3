internal import NIOCore

extension RecordBatch {
    /// Visits the records in order, without a copy if the batch is not compressed. Return false from `body` to stop.
    ///
    /// - Parameters:
    ///   - limit: bytes that the records may decompress to.
    ///   - body: gets views that end with the call.
    /// - Throws: `.tooLarge` beyond the limit, `.unsupportedCompression` for an unknown codec, `.invalid` for anything else that is wrong,
    ///   also behind records that were visited.
    public func forEachRecord(limit: Int, _ body: (RecordView) -> Bool) throws(RecordsError) {
        try withRecordBytes(limit: limit) { (bytes) throws(RecordsError) in
            var reader = RecordReader(bytes)
            for _ in 0..<header.recordCount {
                let fields = try reader.next()
                let view = RecordView(
                    offset: header.baseOffset &+ Int64(fields.offsetDelta), timestamp: try header.timestamp(delta: fields.timestampDelta),
                    headerCount: fields.headerCount, keyRange: fields.key, valueRange: fields.value, headersRange: fields.headers,
                    bytes: bytes)
                if !body(view) { return }
            }
            guard reader.isAtEnd else { throw RecordReader.tooManyBytes }
        }
    }

    /// All records, with fields that are slices.
    ///
    /// - Parameter limit: bytes that the records may decompress to.
    /// - Throws: as ``forEachRecord(limit:_:)``.
    public func records(limit: Int) throws(RecordsError) -> [Record] {
        let source = try decompressedRecords(limit: limit)
        var records: [Record] = []
        // The count is the sender's word until the bytes have been seen.
        records.reserveCapacity(min(Int(header.recordCount), source.readableBytes / RecordBatchHeader.recordBytesMin))
        func slice(_ range: Range<Int>) -> ByteBuffer {
            source.getSlice(at: source.readerIndex + range.lowerBound, length: range.count) ?? ByteBuffer()
        }
        return try source.withBytes { (bytes) throws(RecordsError) in
            var reader = RecordReader(bytes)
            for _ in 0..<header.recordCount {
                let fields = try reader.next()
                var headers: [RecordHeader] = []
                var cursor = ByteCursor(bytes.at(fields.headers))
                for _ in 0..<fields.headerCount {
                    let found = try RecordReader.header(&cursor)
                    headers.append(
                        RecordHeader(
                            name: slice(found.name.offset(by: fields.headers.lowerBound)),
                            value: found.value.map { slice($0.offset(by: fields.headers.lowerBound)) }))
                }
                records.append(
                    Record(
                        offset: header.baseOffset &+ Int64(fields.offsetDelta),
                        timestamp: try header.timestamp(delta: fields.timestampDelta), key: fields.key.map(slice),
                        value: fields.value.map(slice), headers: headers))
            }
            guard reader.isAtEnd else { throw RecordReader.tooManyBytes }
            return records
        }
    }

    /// The bytes behind the header, decompressed: a slice of the batch if they are not compressed.
    func decompressedRecords(limit: Int) throws(RecordsError) -> ByteBuffer {
        guard let codec = header.codec else { throw header.unknownCodec }
        let payload = bytes.getSlice(
            at: bytes.readerIndex + RecordBatchHeader.byteCount, length: bytes.readableBytes - RecordBatchHeader.byteCount)
        guard let payload else { throw .incomplete(needed: header.sizeInBytes) }
        if codec == .none { return payload }
        return try payload.withBytes { (bytes) throws(RecordsError) in try codec.decompress(bytes, limit: limit) }
    }

    func withRecordBytes<Result>(
        limit: Int, _ body: (UnsafeRawBufferPointer) throws(RecordsError) -> Result
    ) throws(RecordsError) -> Result {
        if header.codec == CompressionCodec.none {
            // Not through a slice: that would be a retain and a release for nothing.
            return try bytes.withBytes { (bytes) throws(RecordsError) in
                try body(UnsafeRawBufferPointer(rebasing: bytes[RecordBatchHeader.byteCount...]))
            }
        }
        return try decompressedRecords(limit: limit).withBytes(body)
    }
}

extension RecordBatchHeader {
    /// The timestamp of a record with this delta.
    func timestamp(delta: Int64) throws(RecordsError) -> Int64 {
        if timestampType == .logAppendTime { return maxTimestamp }
        // The base is the delete horizon if there is one; the deltas still count from it (KIP-534).
        let (timestamp, overflow) = baseTimestamp.addingReportingOverflow(delta)
        guard !overflow else { throw .invalid("A record's timestamp is beyond the largest number") }
        return timestamp
    }

    var unknownCodec: RecordsError { .unsupportedCompression("Unknown compression type id: \(attributes.rawValue & 7)") }
}

extension RecordReader {
    static let tooManyBytes = RecordsError.invalid("Incorrect declared batch size, records still remaining in the batch")
}

extension Range<Int> {
    func offset(by distance: Int) -> Range<Int> { (lowerBound + distance)..<(upperBound + distance) }
}
