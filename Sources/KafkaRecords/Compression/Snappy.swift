internal import CSnappy
internal import NIOCore

/// Snappy, raw or in the framing of xerial's snappy-java, which Kafka's Java client writes: 16 bytes of header (magic, version,
/// lowest compatible version), then blocks of raw snappy, each after its length in four bytes.
enum Snappy {
    /// 0x82 "SNAPPY" 0x00
    private static let magic: [UInt8] = [0x82, 0x53, 0x4E, 0x41, 0x50, 0x50, 0x59, 0x00]
    private static let headerBytes = 16
    /// Uncompressed bytes of a block, as Java writes them.
    private static let blockBytes = 32 << 10
    /// A copy takes three bytes and makes up to 64, so no honest length is more than this many times the compressed one.
    private static let ratioMax = 22

    static func compress(_ bytes: UnsafeRawBufferPointer, into output: inout ByteBuffer) throws(RecordsError) {
        output.writeBytes(magic)
        output.writeInteger(Int32(1))
        output.writeInteger(Int32(1))
        var rest = bytes[...]
        while !rest.isEmpty {
            let block = UnsafeRawBufferPointer(rebasing: rest.prefix(blockBytes))
            rest = rest.dropFirst(block.count)
            var status = SNAPPY_OK
            output.writeWithUnsafeMutableBytes(minimumWritableBytes: 4 + snappy_max_compressed_length(block.count)) { space in
                guard let start = space.baseAddress else { return 0 }
                var length = space.count - 4
                status = snappy_compress(
                    block.baseAddress?.assumingMemoryBound(to: CChar.self), block.count,
                    (start + 4).assumingMemoryBound(to: CChar.self), &length)
                guard status == SNAPPY_OK else { return 0 }
                start.storeBytes(of: UInt32(truncatingIfNeeded: length).bigEndian, as: UInt32.self)
                return 4 + length
            }
            guard status == SNAPPY_OK else { throw .invalid("snappy failed with status \(status.rawValue)") }
        }
    }

    static func decompress(_ bytes: UnsafeRawBufferPointer, into sink: inout DecompressedBytes) throws(RecordsError) {
        guard beginsFrame(bytes[...]) else { return try decompressBlock(bytes, into: &sink) }
        var rest = bytes[...]
        while !rest.isEmpty {
            // Java's writer begins again with a header when it appends to a stream.
            if beginsFrame(rest) {
                guard rest.count >= headerBytes else { throw CompressionCodec.snappy.undecodable("the header is cut short") }
                rest = rest.dropFirst(headerBytes)
                continue
            }
            guard rest.count >= 4 else { throw CompressionCodec.snappy.undecodable("a block's length is cut short") }
            let length = Int(UnsafeRawBufferPointer(rebasing: rest).int32(at: 0))
            rest = rest.dropFirst(4)
            guard length >= 0, length <= rest.count else {
                throw CompressionCodec.snappy.undecodable("a block of \(length) bytes where \(rest.count) are left")
            }
            try decompressBlock(UnsafeRawBufferPointer(rebasing: rest.prefix(length)), into: &sink)
            rest = rest.dropFirst(length)
        }
    }

    private static func beginsFrame(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool { bytes.starts(with: magic) }

    private static func decompressBlock(_ block: UnsafeRawBufferPointer, into sink: inout DecompressedBytes) throws(RecordsError) {
        let source = block.baseAddress?.assumingMemoryBound(to: CChar.self)
        var length = 0
        guard snappy_uncompressed_length(source, block.count, &length) == SNAPPY_OK else {
            throw CompressionCodec.snappy.undecodable("a block without a length")
        }
        guard length / ratioMax <= block.count else {
            throw CompressionCodec.snappy.undecodable("\(block.count) bytes cannot become \(length)")
        }
        var status = SNAPPY_OK
        try sink.write(atLeast: length) { space in
            var written = space.count
            status = snappy_uncompress(source, block.count, space.baseAddress?.assumingMemoryBound(to: CChar.self), &written)
            return status == SNAPPY_OK ? written : 0
        }
        guard status == SNAPPY_OK else { throw CompressionCodec.snappy.undecodable("a broken block") }
    }
}
