import ArgumentParser
import Environment
import KafkaRecords
import NIOCore
import Platform
import RecordLog

struct DumpSegment: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "segment", abstract: "Show a segment file of a partition: its batches and whether their checksums hold.",
        discussion: """
            Ends with status 1 if a checksum fails or something else than a batch stands where one should.

            EXAMPLES
              martlet dump segment ./martlet-data/partitions/4096/00000000000000000000.log
              martlet dump segment 00000000000000000042.log --records --output json
            """)

    @Argument(help: "The file, named by its first offset.") var path: String

    @Flag(help: "Also each record.") var records = false

    @Option(help: "table or json, one item a line.") var output: OutputFormat = .table

    private struct Line: Encodable {
        var position: Int64
        var bytes: Int
        var baseOffset: Int64
        var lastOffset: Int64
        var records: Int32
        var codec: String
        var leaderEpoch: Int32
        var maxTimestamp: Int64
        var producerId: Int64?
        var producerEpoch: Int16?
        var baseSequence: Int32?
        var transactional: Bool
        var control: Bool
        var checksumHolds: Bool
    }

    func run() async throws {
        let (directory, name) = Dump.split(path)
        let file = try ReadOnlyDisk(directory: directory).open(name, .read)
        var dump = try SegmentDump(file, baseOffset: Int64(name.prefix { $0.isNumber }) ?? 0)
        var isSound = true
        do {
            while let batch = try dump.next() {
                isSound = isSound && batch.checksumHolds
                try show(batch)
                if records, batch.checksumHolds { try showRecords(batch, file) }
            }
        } catch let error as RecordLogError {
            Console.note("DAMAGED: \(error)")
            throw ExitCode.failure
        }
        if !isSound { throw ExitCode.failure }
    }

    private func show(_ batch: SegmentDump.Batch) throws {
        let header = batch.header
        let line = Line(
            position: batch.position, bytes: header.sizeInBytes, baseOffset: header.baseOffset, lastOffset: header.lastOffset,
            records: header.recordCount, codec: header.codec.map { "\($0)" } ?? "unknown", leaderEpoch: header.partitionLeaderEpoch,
            maxTimestamp: header.maxTimestamp, producerId: header.isIdempotent ? header.producerID : nil,
            producerEpoch: header.isIdempotent ? header.producerEpoch : nil, baseSequence: header.isIdempotent ? header.baseSequence : nil,
            transactional: header.isTransactional, control: header.isControl, checksumHolds: batch.checksumHolds)
        guard output == .table else { return try Console.json(line) }
        var text = "\(line.position)  offsets \(line.baseOffset) to \(line.lastOffset), \(line.records) records, \(line.bytes) bytes"
        text += ", \(line.codec), epoch \(line.leaderEpoch), timestamp \(line.maxTimestamp)"
        if let id = line.producerId { text += ", producer \(id)/\(header.producerEpoch) from \(header.baseSequence)" }
        if line.transactional { text += ", transactional" }
        if line.control { text += ", control" }
        Console.line(text + (line.checksumHolds ? "" : "  CHECKSUM FAILS"))
    }

    /// Bytes that a batch may become when it is decompressed.
    private static let decompressedBytesMax = 512 << 20

    private func showRecords(_ batch: SegmentDump.Batch, _ file: any DiskFile) throws {
        var bytes = ByteBufferAllocator().buffer(capacity: batch.header.sizeInBytes)
        _ = try bytes.writeWithUnsafeMutableBytes(minimumWritableBytes: batch.header.sizeInBytes) { space in
            try file.read(at: batch.position, into: UnsafeMutableRawBufferPointer(rebasing: space[..<batch.header.sizeInBytes]))
        }
        for record in try RecordBatch(parsing: bytes).records(limit: Self.decompressedBytesMax) {
            switch output {
            case .json: try Console.json(RecordLine(record))
            case .table:
                let key = record.key.map { String(buffer: $0).debugDescription } ?? "none"
                let value = record.value.map { String(buffer: $0).debugDescription } ?? "none"
                Console.line("    \(record.offset)  \(record.timestamp)  key \(key)  value \(value)")
            }
        }
    }
}
