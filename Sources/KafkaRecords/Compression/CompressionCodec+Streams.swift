public import NIOCore

extension CompressionCodec {
    /// Appends the compressed form of `bytes` to `output`, in the framing that Kafka's own clients write.
    ///
    /// - Parameters:
    ///   - bytes: what to compress.
    ///   - level: gzip 1...9, zstd -131072...22, lz4 0...12; nil for the library's default. Snappy has none.
    ///   - legacyChecksum: with lz4 the header checksum of message format 0 (KAFKA-3160), which also covers the magic number.
    /// - Throws: `.invalid` if the library cannot compress it (out of memory, or a level it does not have).
    public func compress(
        _ bytes: UnsafeRawBufferPointer, into output: inout ByteBuffer, level: Int32? = nil, legacyChecksum: Bool = false
    ) throws(RecordsError) {
        switch self {
        case .none: output.writeBytes(bytes)
        case .gzip: try Gzip.compress(bytes, into: &output, level: level)
        case .snappy: try Snappy.compress(bytes, into: &output)
        case .lz4: try LZ4.compress(bytes, into: &output, level: level, legacyChecksum: legacyChecksum)
        case .zstd: try Zstd.compress(bytes, into: &output, level: level)
        }
    }

    /// What `bytes` were before they were compressed. Memory grows with what comes out, not with what a header promises.
    ///
    /// - Parameters:
    ///   - bytes: exactly the compressed data.
    ///   - limit: bytes of the result, at most 1 GiB; more is an error.
    ///   - acceptsLegacyChecksum: with lz4 the header checksum of message format 0 (KAFKA-3160) is as good as the right one.
    /// - Throws: `.tooLarge` beyond the limit, `.invalid` if the bytes are not what the codec makes, or are cut.
    public func decompress(
        _ bytes: UnsafeRawBufferPointer, limit: Int, acceptsLegacyChecksum: Bool = false
    ) throws(RecordsError) -> ByteBuffer {
        var sink = DecompressedBytes(limit: limit, compressedCount: bytes.count)
        switch self {
        case .none: try sink.append(bytes)
        case .gzip: try Gzip.decompress(bytes, into: &sink)
        case .snappy: try Snappy.decompress(bytes, into: &sink)
        case .lz4: try LZ4.decompress(bytes, into: &sink, acceptsLegacyChecksum: acceptsLegacyChecksum)
        case .zstd: try Zstd.decompress(bytes, into: &sink)
        }
        return sink.buffer
    }

    /// The fault of bytes that are not what the codec makes.
    func undecodable(_ why: String) -> RecordsError { .invalid("The records cannot be decompressed with \(self): \(why)") }
}
