import ArgumentParser
import Environment
import KafkaClient
import KafkaRecords
import NIOCore
import Platform

/// Makes batches of lines, one or more for each partition they fall to.
struct RecordBatcher {
    struct Batch {
        var partition: Int32
        var records: Int
        var bytes: ByteBuffer
    }

    /// Bytes of a batch before compression; a record that alone is longer has its own.
    private static let batchBytesMax = 900_000

    let partitions: Int
    let partition: Int32?
    let codec: CompressionCodec
    let headers: [RecordHeader]
    let key: String?
    let keySeparator: String?
    /// Where the next records without a key go.
    private var turn = 0

    init(partitions: Int, partition: Int32?, codec: CompressionCodec, headers: [RecordHeader], key: String?, keySeparator: String?) {
        self.partitions = max(1, partitions)
        self.partition = partition
        self.codec = codec
        self.headers = headers
        self.key = key
        self.keySeparator = keySeparator
    }

    /// In the order of the lines, within each partition.
    ///
    /// - Throws: `RecordsError`, for a line that no batch can hold.
    mutating func batches(of lines: [[UInt8]]) throws -> [Batch] {
        let keyless = partition ?? Int32(turn % partitions)
        turn += 1
        var done: [Batch] = []
        var open: [Int32: RecordBatchBuilder] = [:]
        var options = RecordBatchBuilder.Options()
        options.codec = codec
        let now = MachineClock().wallTime.milliseconds
        func finish(_ partition: Int32, _ builder: RecordBatchBuilder) throws -> Batch {
            Batch(partition: partition, records: Int(builder.recordCount), bytes: try builder.finish())
        }
        for line in lines {
            let (key, value) = split(line)
            let target = partition ?? key.map { Partitioner.partition(of: $0, count: Int32(clamping: partitions)) } ?? keyless
            var builder = open.removeValue(forKey: target) ?? RecordBatchBuilder(options)
            if !builder.isEmpty, builder.uncompressedByteCount + line.count > Self.batchBytesMax {
                done.append(try finish(target, builder))
                builder = RecordBatchBuilder(options)
            }
            try builder.append(key: key.map { ByteBuffer(bytes: $0) }, value: ByteBuffer(bytes: value), timestamp: now, headers: headers)
            open[target] = builder
        }
        for (partition, builder) in open.sorted(by: { $0.key < $1.key }) { done.append(try finish(partition, builder)) }
        return done
    }

    private func split(_ line: [UInt8]) -> (key: [UInt8]?, value: [UInt8]) {
        if let key { return (Array(key.utf8), line) }
        guard let separator = keySeparator.map({ Array($0.utf8) }), line.count >= separator.count else { return (nil, line) }
        for start in 0...(line.count - separator.count) where line[start..<start + separator.count].elementsEqual(separator) {
            return (Array(line[..<start]), Array(line[(start + separator.count)...]))
        }
        return (nil, line)
    }
}
