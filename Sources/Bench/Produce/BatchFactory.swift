import KafkaRecords
import NIOCore

/// Makes the batches that are sent: each once, then copied and stamped, so that the generator's own work is small beside the server's.
struct BatchFactory {
    /// Batches of other sizes are made anew once so many sizes are kept. Only a rate makes many.
    private static let keptMax = 64

    private let values: [[UInt8]]
    private let codec: CompressionCodec
    private var kept: [Int: ByteBuffer] = [:]
    /// Records in a full batch.
    let recordsMax: Int

    init(recordBytes: Int, batchBytes: Int, batchRecords: Int, codec: CompressionCodec) throws(RecordsError) {
        values = Self.values(byteCount: recordBytes)
        self.codec = codec
        var builder = RecordBatchBuilder()
        var count = 0
        while count < batchRecords {
            try Self.append(values[count % values.count], to: &builder)
            if count > 0, builder.uncompressedByteCount > batchBytes { break }
            count += 1
        }
        recordsMax = count
    }

    /// A batch of its own memory.
    mutating func batch(records: Int) throws(RecordsError) -> ByteBuffer {
        if let made = kept[records] { return ByteBuffer(bytes: made.readableBytesView) }
        var options = RecordBatchBuilder.Options()
        options.codec = codec
        var builder = RecordBatchBuilder(options)
        for index in 0..<records { try Self.append(values[index % values.count], to: &builder) }
        let batch = try builder.finish()
        if kept.count < Self.keptMax { kept[records] = batch }
        return ByteBuffer(bytes: batch.readableBytesView)
    }

    private static func append(_ value: [UInt8], to builder: inout RecordBatchBuilder) throws(RecordsError) {
        var failure: RecordsError?
        value.withUnsafeBytes { bytes in
            do throws(RecordsError) {
                try builder.append(key: nil, value: bytes, timestamp: 0)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }

    /// Values of words and numbers, which compress about as well as logs do. The same in every run.
    private static func values(byteCount: Int) -> [[UInt8]] {
        let words = [
            "order", "payment", "client", "status", "accepted", "region", "europe", "amount", "session", "device", "retry", "latency",
        ]
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        func draw() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
        // As many as give each compressor new ones within its window, but few megabytes.
        let count = max(1, min(1000, (4 << 20) / max(1, byteCount)))
        return (0..<count).map { _ in
            var value: [UInt8] = []
            while value.count < byteCount {
                value += Array(words[Int(draw() % UInt64(words.count))].utf8)
                value += Array("=\(draw() % 100_000) ".utf8)
            }
            return Array(value.prefix(byteCount))
        }
    }
}
