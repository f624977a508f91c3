public import NIOCore

/// The `records` of a partition in a Produce request, on their way into the log.
///
/// What Kafka 4.2 accepts and refuses, with its codes; where an exception leaks there as code -1, this answers with the code that says why.
public enum ProducedRecords {
    /// Checks everything, and makes of it the one batch that is to be stored.
    ///
    /// A good batch of magic 2 is returned as a slice of `records`, untouched: the base offset is still 0 and the leader epoch what the
    /// client sent. It is copied only where its bytes must change: the topic gives timestamps, the client's largest timestamp or timestamp
    /// type is wrong, or the topic has a compression of its own. Message sets of magic 0 and 1 (Produce v0-v2) become one batch.
    ///
    /// The caller still has to see to what needs state: sequence numbers, transactions and whether the client may have either.
    ///
    /// - Parameters:
    ///   - records: exactly the field.
    ///   - version: of the Produce request.
    ///   - policy: the topic's.
    ///   - now: milliseconds since the epoch: the timestamp of the records if the topic gives them.
    /// - Throws: what to answer; see ``RecordsError/errorCode``.
    public static func accept(
        _ records: ByteBuffer, version: Int16, policy: TopicRecordPolicy, now: Int64
    ) throws(RecordsError) -> RecordBatch {
        let magic = try magic(of: records)
        guard magic == 0 || magic == 1 else { return try acceptBatch(records, version: version, policy: policy, now: now) }
        guard version < 3 else {
            throw .misplaced("Produce requests with version \(version) are only allowed to contain record batches with magic version 2")
        }
        guard records.readableBytes <= policy.batchBytesMax else {
            throw .tooLarge(size: records.readableBytes, limit: policy.batchBytesMax)
        }
        let converted = try MessageSet.upConverted(records, limit: policy.decompressedBytesMax)
        return try stored(RecordBatch(parsing: converted), policy: policy, now: now)
    }

    /// Bytes up to and with the magic number, which stands at the same place in all formats.
    private static let magicEnd = 17
    /// The least a message of magic 0 has behind its length: checksum, magic, attributes, two lengths.
    private static let messageBytesMin: Int32 = 14

    private static func magic(of records: ByteBuffer) throws(RecordsError) -> Int8 {
        try records.withBytes { (bytes) throws(RecordsError) in
            guard !bytes.isEmpty else { throw .misplaced("A partition without records") }
            if bytes.count >= RecordBatchHeader.prefixByteCount {
                let length = bytes.int32(at: 8)
                guard length >= messageBytesMin else {
                    throw .corrupt("Record size \(length) is less than the minimum record overhead (\(messageBytesMin))")
                }
            }
            guard bytes.count >= magicEnd else { throw .incomplete(needed: magicEnd) }
            return bytes.int8(at: magicEnd - 1)
        }
    }

    private static func acceptBatch(
        _ records: ByteBuffer, version: Int16, policy: TopicRecordPolicy, now: Int64
    ) throws(RecordsError) -> RecordBatch {
        let batch: RecordBatch
        do throws(RecordsError) {
            batch = try RecordBatch(parsing: records)
        } catch .invalid(let contradiction) {
            // A header may contradict itself because it was damaged on the way: then that is what the client is told.
            throw hasValidChecksum(records) ? .invalid(contradiction) : .corrupt("Record is corrupt (\(contradiction))")
        }
        let header = batch.header
        guard header.sizeInBytes <= policy.batchBytesMax else { throw .tooLarge(size: header.sizeInBytes, limit: policy.batchBytesMax) }
        guard batch.hasValidChecksum else { throw .corrupt("Record is corrupt (stored crc = \(header.crc))") }
        // Fewer bytes than tell a magic number are no batch, and Kafka does not mind them.
        guard records.readableBytes - header.sizeInBytes < magicEnd else {
            throw .misplaced("Produce requests with version \(version) are only allowed to contain exactly one record batch per partition")
        }
        guard let codec = header.codec else { throw header.unknownCodec }
        guard codec != .zstd || version >= 7 else {
            throw .unsupportedCompression("Produce requests with version \(version) are not allowed to use ZStandard compression")
        }
        guard header.baseOffset == 0 else {
            throw .invalid("The baseOffset of the record batch should be 0, but it is \(header.baseOffset)")
        }
        guard header.recordCount > 0, header.lastOffsetDelta == header.recordCount - 1 else {
            throw .invalid("A record batch of \(header.recordCount) records with last offset delta \(header.lastOffsetDelta)")
        }
        guard !header.isControl else { throw .invalid("Clients are not allowed to write control records") }
        guard !header.isIdempotent || header.baseSequence >= 0 else {
            throw .invalid("Invalid sequence number \(header.baseSequence) in record batch with producerId \(header.producerID)")
        }
        return try stored(batch, policy: policy, now: now)
    }

    /// Whether the batch at the beginning of `records`, whatever its header says, matches its checksum. A batch that is cut has none to match.
    private static func hasValidChecksum(_ records: ByteBuffer) -> Bool {
        records.withBytes { bytes in
            guard bytes.count >= RecordBatchHeader.byteCount else { return true }
            let size = Int(bytes.int32(at: 8)) + RecordBatchHeader.prefixByteCount
            guard size >= RecordBatchHeader.byteCount, size <= bytes.count else { return true }
            let crc = UInt32(bitPattern: bytes.int32(at: 17))
            return RecordBatchHeader.checksum(of: UnsafeRawBufferPointer(rebasing: bytes[..<size])) == crc
        }
    }

    /// Looks at every record, and gives the batch the form in which the topic stores it.
    private static func stored(_ batch: RecordBatch, policy: TopicRecordPolicy, now: Int64) throws(RecordsError) -> RecordBatch {
        let header = batch.header
        let payload = try batch.decompressedRecords(limit: policy.decompressedBytesMax)
        let scan = try payload.withBytes { (bytes) throws(RecordsError) in
            try RecordScan(bytes, of: header, rules: RecordScan.Rules(policy, now: now))
        }

        let codec: CompressionCodec
        var level: Int32?
        switch policy.compression {
        case .producer: codec = header.codec ?? .none
        case .codec(let own, let ownLevel): (codec, level) = (own, ownLevel)
        }
        let maxTimestamp = policy.timestampType == .logAppendTime ? now : scan.maxTimestamp

        if codec == header.codec, codec == .none || scan.isInOrder {
            if header.timestampType == policy.timestampType, header.maxTimestamp == maxTimestamp { return batch }
            var bytes = ByteBuffer()
            bytes.writeImmutableBuffer(batch.bytes)
            bytes.withUnsafeMutableReadableBytes {
                RecordBatchHeader.writeTimestamps(into: $0, type: policy.timestampType, maxTimestamp: maxTimestamp)
            }
            return try RecordBatch(parsing: bytes)
        }

        let rebuilt = try rebuilt(header, records: payload, codec: codec, level: level, type: policy.timestampType, max: maxTimestamp)
        guard rebuilt.header.sizeInBytes <= policy.batchBytesMax else {
            throw .tooLarge(size: rebuilt.header.sizeInBytes, limit: policy.batchBytesMax)
        }
        return rebuilt
    }

    /// The same records, numbered in order, in a batch with another codec.
    private static func rebuilt(
        _ header: RecordBatchHeader, records: ByteBuffer, codec: CompressionCodec, level: Int32?, type: TimestampType, max: Int64
    ) throws(RecordsError) -> RecordBatch {
        var options = RecordBatchBuilder.Options()
        options.codec = codec
        options.compressionLevel = level
        options.partitionLeaderEpoch = header.partitionLeaderEpoch
        options.timestampType = type
        options.maxTimestamp = max
        options.producerID = header.producerID
        options.producerEpoch = header.producerEpoch
        options.baseSequence = header.baseSequence
        options.isTransactional = header.isTransactional
        var builder = RecordBatchBuilder(options, capacity: RecordBatchHeader.byteCount + records.readableBytes)
        try records.withBytes { (bytes) throws(RecordsError) in
            var reader = RecordReader(bytes)
            for index in 0..<header.recordCount {
                let fields = try reader.next()
                // The scan has been here: neither an overflow nor a broken record can come.
                try builder.append(
                    offsetDelta: index, timestamp: header.baseTimestamp &+ fields.timestampDelta, key: fields.key.map { bytes.at($0) },
                    value: fields.value.map { bytes.at($0) }, headerCount: fields.headerCount, headerBytes: bytes.at(fields.headers))
            }
        }
        return try RecordBatch(parsing: builder.finish())
    }
}
