internal import CZlib
internal import NIOCore

/// gzip (RFC 1952).
enum Gzip {
    /// 32 KiB of window, and gzip's header and trailer instead of zlib's.
    private static let windowBits: Int32 = 15 + 16

    static func compress(_ bytes: UnsafeRawBufferPointer, into output: inout ByteBuffer, level: Int32?) throws(RecordsError) {
        var stream = z_stream()
        guard
            deflateInit2_(
                &stream, level ?? Z_DEFAULT_COMPRESSION, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { throw .invalid("gzip cannot begin at level \(level.map { "\($0)" } ?? "default")") }
        defer { deflateEnd(&stream) }

        guard let count = UInt32(exactly: bytes.count) else { throw .tooLarge(size: bytes.count, limit: Int(UInt32.max)) }
        stream.next_in = pointer(bytes)
        stream.avail_in = count
        var status = Z_OK
        while status == Z_OK {
            output.writeWithUnsafeMutableBytes(minimumWritableBytes: max(256, Int(stream.avail_in) / 4)) { space in
                let room = UInt32(clamping: space.count)
                stream.next_out = space.baseAddress?.assumingMemoryBound(to: UInt8.self)
                stream.avail_out = room
                status = deflate(&stream, Z_FINISH)
                return Int(room - stream.avail_out)
            }
        }
        guard status == Z_STREAM_END else { throw .invalid("gzip failed with status \(status)") }
    }

    /// Reads all members, one after another. Bytes behind the last that do not begin another are ignored, as Java's reader does.
    static func decompress(_ bytes: UnsafeRawBufferPointer, into sink: inout DecompressedBytes) throws(RecordsError) {
        var stream = z_stream()
        guard inflateInit2_(&stream, windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw CompressionCodec.gzip.undecodable("zlib cannot begin")
        }
        defer { inflateEnd(&stream) }

        guard let count = UInt32(exactly: bytes.count) else { throw .tooLarge(size: bytes.count, limit: Int(UInt32.max)) }
        stream.next_in = pointer(bytes)
        stream.avail_in = count
        while true {
            var status = Z_OK
            var written = 0
            try sink.write { space in
                let room = UInt32(clamping: space.count)
                stream.next_out = space.baseAddress?.assumingMemoryBound(to: UInt8.self)
                stream.avail_out = room
                status = inflate(&stream, Z_NO_FLUSH)
                written = Int(room - stream.avail_out)
                return written
            }
            switch status {
            case Z_OK:
                // All input taken, room left, and not at the end: no more can come.
                if stream.avail_in == 0, written == 0 { throw CompressionCodec.gzip.undecodable("the data is cut short") }
            case Z_STREAM_END:
                let rest = bytes.suffix(Int(stream.avail_in))
                guard rest.count >= 2, rest[rest.startIndex] == 0x1F, rest[rest.startIndex + 1] == 0x8B else { return }
                guard inflateReset(&stream) == Z_OK else { throw CompressionCodec.gzip.undecodable("zlib cannot begin again") }
            case Z_BUF_ERROR: throw CompressionCodec.gzip.undecodable("the data is cut short")
            default: throw CompressionCodec.gzip.undecodable("zlib status \(status)")
            }
        }
    }

    /// zlib's pointer to its input is not const, but it does not write there.
    private static func pointer(_ bytes: UnsafeRawBufferPointer) -> UnsafeMutablePointer<UInt8>? {
        UnsafeMutableRawPointer(mutating: bytes.baseAddress)?.assumingMemoryBound(to: UInt8.self)
    }
}
