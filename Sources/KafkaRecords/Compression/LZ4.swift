internal import CLZ4
internal import NIOCore

/// The LZ4 frame format.
///
/// Kafka's Java client used to compute the header checksum over the magic number too (KAFKA-3160). Message format 0 kept that for ever, and
/// some clients write the right one there, so both are read where old formats may stand.
enum LZ4 {
    /// Where the checksum stands in a frame that does not tell its content's size, as the ones written here.
    private static let plainChecksumIndex = 6

    static func compress(
        _ bytes: UnsafeRawBufferPointer, into output: inout ByteBuffer, level: Int32?, legacyChecksum: Bool
    ) throws(RecordsError) {
        // Blocks of 64 KiB that do not refer to each other: Kafka's Java reader takes no others.
        var preferences = LZ4F_preferences_t()
        preferences.frameInfo.blockSizeID = LZ4F_max64KB
        preferences.frameInfo.blockMode = LZ4F_blockIndependent
        preferences.compressionLevel = level ?? 0

        var status = 0
        let bound = LZ4F_compressFrameBound(bytes.count, &preferences)
        output.writeWithUnsafeMutableBytes(minimumWritableBytes: bound) { space in
            status = LZ4F_compressFrame(space.baseAddress, space.count, bytes.baseAddress, bytes.count, &preferences)
            guard LZ4F_isError(status) == 0 else { return 0 }
            if legacyChecksum, status > plainChecksumIndex {
                space[plainChecksumIndex] = headerChecksum(UnsafeRawBufferPointer(rebasing: space.prefix(plainChecksumIndex)))
            }
            return status
        }
        guard LZ4F_isError(status) == 0 else { throw .invalid("lz4 failed with \(message(status))") }
    }

    static func decompress(
        _ bytes: UnsafeRawBufferPointer, into sink: inout DecompressedBytes, acceptsLegacyChecksum: Bool
    ) throws(RecordsError) {
        var context: OpaquePointer?
        guard LZ4F_isError(LZ4F_createDecompressionContext(&context, UInt32(LZ4F_VERSION))) == 0 else {
            throw CompressionCodec.lz4.undecodable("out of memory")
        }
        defer { LZ4F_freeDecompressionContext(context) }

        var rest = bytes[...]
        if acceptsLegacyChecksum, let header = correctedHeader(bytes) {
            // The library is given the header with the checksum it expects. A header alone makes no output.
            let hint = header.withUnsafeBytes { header in
                var taken = header.count
                var none = 0
                return LZ4F_decompress(context, nil, &none, header.baseAddress, &taken, nil)
            }
            guard LZ4F_isError(hint) == 0 else { throw CompressionCodec.lz4.undecodable(message(hint)) }
            rest = rest.dropFirst(header.count)
        }

        while true {
            var hint = 0
            var taken = rest.count
            var written = 0
            let source = UnsafeRawBufferPointer(rebasing: rest)
            try sink.write { space in
                written = space.count
                hint = LZ4F_decompress(context, space.baseAddress, &written, source.baseAddress, &taken, nil)
                return LZ4F_isError(hint) == 0 ? written : 0
            }
            guard LZ4F_isError(hint) == 0 else { throw CompressionCodec.lz4.undecodable(message(hint)) }
            rest = rest.dropFirst(taken)
            if hint == 0 { break }
            // Nothing taken and nothing made: it waits for bytes that are not there.
            if taken == 0, written == 0 { throw CompressionCodec.lz4.undecodable("the data is cut short") }
        }
        guard rest.isEmpty else { throw CompressionCodec.lz4.undecodable("\(rest.count) bytes behind the frame") }
    }

    /// The frame's header with the right checksum in place of the legacy one; nil if it has not the legacy one.
    private static func correctedHeader(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
        guard bytes.count > plainChecksumIndex else { return nil }
        let flags = bytes[4]
        // A frame with a dictionary cannot be read anyway.
        let checksumIndex = flags & 0b1000 == 0 ? plainChecksumIndex : plainChecksumIndex + 8
        guard flags & 0b1 == 0, bytes.count > checksumIndex else { return nil }
        let right = headerChecksum(UnsafeRawBufferPointer(rebasing: bytes[4..<checksumIndex]))
        let legacy = headerChecksum(UnsafeRawBufferPointer(rebasing: bytes[..<checksumIndex]))
        guard bytes[checksumIndex] == legacy, legacy != right else { return nil }
        return Array(bytes[..<checksumIndex]) + [right]
    }

    /// The second byte of xxHash32 (seed 0) of fewer than 16 bytes, which is all that a frame header has.
    private static func headerChecksum(_ bytes: UnsafeRawBufferPointer) -> UInt8 {
        let primes: (UInt32, UInt32, UInt32, UInt32, UInt32) = (2_654_435_761, 2_246_822_519, 3_266_489_917, 668_265_263, 374_761_393)
        func rotated(_ value: UInt32, _ bits: UInt32) -> UInt32 { value << bits | value >> (32 - bits) }
        var hash = primes.4 &+ UInt32(truncatingIfNeeded: bytes.count)
        var index = 0
        while index + 4 <= bytes.count {
            let word = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self))
            hash = rotated(hash &+ word &* primes.2, 17) &* primes.3
            index += 4
        }
        while index < bytes.count {
            hash = rotated(hash &+ UInt32(bytes[index]) &* primes.4, 11) &* primes.0
            index += 1
        }
        hash = (hash ^ hash >> 15) &* primes.1
        hash = (hash ^ hash >> 13) &* primes.2
        hash ^= hash >> 16
        return UInt8(truncatingIfNeeded: hash >> 8)
    }

    private static func message(_ status: Int) -> String { String(cString: LZ4F_getErrorName(status)) }
}
