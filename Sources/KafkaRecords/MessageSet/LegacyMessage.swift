internal import CZlib

/// One message of magic 0 or 1, where it lies, with its checksum checked.
struct LegacyMessage {
    var offset: Int64
    var format: MessageSet.Format
    var attributes: Int8
    /// -1 in magic 0.
    var timestamp: Int64
    var key: UnsafeRawBufferPointer?
    var value: UnsafeRawBufferPointer?

    /// Nil if the bits name no codec that these formats have.
    var codec: CompressionCodec? {
        guard let codec = CompressionCodec(rawValue: UInt8(attributes & 0b111)), codec != .zstd else { return nil }
        return codec
    }

    /// Bit 3, only in magic 1.
    var timestampType: TimestampType { format == .magic1 && attributes & 0b1000 != 0 ? .logAppendTime : .createTime }

    /// Offset and size.
    static let prefixByteCount = 12
    /// Behind the size: checksum, magic, attributes, two lengths.
    static let sizeMin = 14

    /// Reads and checks the message at the cursor.
    init(_ cursor: inout ByteCursor) throws(RecordsError) {
        guard cursor.remaining >= Self.prefixByteCount else { throw .incomplete(needed: cursor.position + Self.prefixByteCount) }
        offset = try cursor.int64()
        let size = Int(try cursor.int32())
        guard size >= Self.sizeMin else { throw .corrupt("Record size \(size) is less than the minimum record overhead (\(Self.sizeMin))") }
        guard size <= cursor.remaining, let range = try cursor.run(size) else { throw .incomplete(needed: cursor.position + size) }

        var fields = ByteCursor(cursor.bytes.at(range))
        let crc = UInt32(bitPattern: try fields.int32())
        guard let format = MessageSet.Format(rawValue: try fields.int8()) else {
            throw .invalid("A message set in which not every message has magic 0 or 1")
        }
        guard crc == Self.checksum(UnsafeRawBufferPointer(rebasing: fields.bytes[4...])) else {
            throw .corrupt("Record is corrupt (stored crc = \(crc))")
        }
        self.format = format
        attributes = try fields.int8()
        timestamp = format == .magic1 ? try fields.int64() : -1
        key = try fields.run(Int(fields.int32())).map { fields.bytes.at($0) }
        value = try fields.run(Int(fields.int32())).map { fields.bytes.at($0) }
        guard fields.remaining == 0 else { throw .invalid("A message with \(fields.remaining) bytes behind its value") }
    }

    /// CRC-32 as in gzip.
    static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        UInt32(truncatingIfNeeded: crc32_z(0, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count))
    }
}
