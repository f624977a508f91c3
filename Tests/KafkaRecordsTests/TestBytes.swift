import KafkaRecords
import NIOCore

/// Bytes from hexadecimal digits.
func bytes(hex: String) -> [UInt8] {
    let digits = Array(hex.utf8)
    return stride(from: 0, to: digits.count - 1, by: 2).map { index in
        UInt8(String(decoding: digits[index...(index + 1)], as: UTF8.self), radix: 16) ?? 0
    }
}

/// A record as tests write it.
func record(
    _ key: String?, _ value: String?, at timestamp: Int64 = 1_700_000_000_000, offset: Int64 = 0, headers: [RecordHeader] = []
) -> Record {
    Record(
        offset: offset, timestamp: timestamp, key: key.map { ByteBuffer(string: $0) }, value: value.map { ByteBuffer(string: $0) },
        headers: headers)
}

/// A batch of these records, with whatever `change` sets in its options.
func batch(_ records: [Record], _ change: (inout RecordBatchBuilder.Options) -> Void = { _ in }) throws -> ByteBuffer {
    var options = RecordBatchBuilder.Options()
    change(&options)
    var builder = RecordBatchBuilder(options)
    for record in records {
        try builder.append(key: record.key, value: record.value, timestamp: record.timestamp, headers: record.headers)
    }
    return try builder.finish()
}

extension ByteBuffer {
    /// Overwrites a number inside a batch, and makes the checksum right again.
    mutating func forge<Number: FixedWidthInteger>(_ value: Number, at offset: Int) {
        setInteger(value, at: readerIndex + offset)
        repairChecksum()
    }

    /// Makes a batch's checksum fit its bytes.
    mutating func repairChecksum() {
        let crc = withUnsafeReadableBytes { RecordBatchHeader.checksum(of: $0) }
        setInteger(crc, at: readerIndex + 17)
    }

    var allBytes: [UInt8] { Array(readableBytesView) }
}

extension CompressionCodec {
    func compressed(_ bytes: [UInt8], legacyChecksum: Bool = false) throws -> [UInt8] {
        var output = ByteBuffer()
        let input = ByteBuffer(bytes: bytes)
        try input.withUnsafeReadableBytes { try compress($0, into: &output, legacyChecksum: legacyChecksum) }
        return output.allBytes
    }

    func decompressed(_ bytes: [UInt8], limit: Int = 1 << 20, acceptsLegacyChecksum: Bool = false) throws -> [UInt8] {
        let input = ByteBuffer(bytes: bytes)
        return try input.withUnsafeReadableBytes {
            try decompress($0, limit: limit, acceptsLegacyChecksum: acceptsLegacyChecksum).allBytes
        }
    }
}

/// A small generator of its own (xorshift), so that a failing run can be repeated from its seed.
struct TestRandom: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }
    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}

let decompressedMax = 8 << 20
