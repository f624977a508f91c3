internal import CZstd
internal import NIOCore

/// Zstandard (RFC 8878).
enum Zstd {
    static func compress(_ bytes: UnsafeRawBufferPointer, into output: inout ByteBuffer, level: Int32?) throws(RecordsError) {
        var status = 0
        output.writeWithUnsafeMutableBytes(minimumWritableBytes: ZSTD_compressBound(bytes.count)) { space in
            status = ZSTD_compress(space.baseAddress, space.count, bytes.baseAddress, bytes.count, level ?? ZSTD_CLEVEL_DEFAULT)
            return ZSTD_isError(status) == 0 ? status : 0
        }
        guard ZSTD_isError(status) == 0 else { throw .invalid("zstd failed with \(message(status))") }
    }

    /// Reads all frames, one after another, whether or not they tell their content's size. A window above 128 MiB is refused (the library's
    /// default).
    static func decompress(_ bytes: UnsafeRawBufferPointer, into sink: inout DecompressedBytes) throws(RecordsError) {
        guard let context = ZSTD_createDCtx() else { throw CompressionCodec.zstd.undecodable("out of memory") }
        defer { ZSTD_freeDCtx(context) }

        var input = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
        var hint = 1
        while true {
            let before = input.pos
            var written = 0
            var filled = false
            try sink.write { space in
                var output = ZSTD_outBuffer(dst: space.baseAddress, size: space.count, pos: 0)
                hint = ZSTD_decompressStream(context, &output, &input)
                written = output.pos
                filled = output.pos == output.size
                return ZSTD_isError(hint) == 0 ? written : 0
            }
            guard ZSTD_isError(hint) == 0 else { throw CompressionCodec.zstd.undecodable(message(hint)) }
            if hint == 0, input.pos == input.size { return }
            // Nothing taken, nothing made, and room there was: it waits for bytes that are not there.
            if input.pos == before, written == 0, !filled { throw CompressionCodec.zstd.undecodable("the data is cut short") }
        }
    }

    private static func message(_ status: Int) -> String { String(cString: ZSTD_getErrorName(status)) }
}
