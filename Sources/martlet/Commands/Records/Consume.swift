import ArgumentParser
import KafkaClient
import KafkaRecords

struct Consume: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read records and print them.",
        discussion: """
            Ends at what is the end of each partition when it begins, unless --follow is given. Nothing is committed: each run begins where --from
            says.

            EXAMPLES
              martlet consume orders
              martlet consume orders --from latest --follow
              martlet consume orders --from 42 --partition 0 --max 10 --output json
              martlet consume orders --from 2026-11-22T10:00:00Z --output json
            """)

    enum Output: String, ExpressibleByArgument, CaseIterable {
        /// Each value on a line, as it is.
        case value
        /// One JSON object for each record.
        case json
    }

    @OptionGroup var cluster: ClusterOptions

    @Argument(help: "The topic.") var topic: String

    @Option(help: "earliest, latest, an offset, or a time such as 2026-11-22T10:00:00Z.") var from: StartPoint = .earliest

    @Option(name: .customLong("partition"), help: "Only this one; may stand more than once.") var partitions: [Int32] = []

    @Option(name: .customLong("max"), help: "Stop after so many records.") var max: Int?

    @Flag(help: "Wait for more at the end, until interrupted or --max have come.") var follow = false

    @Option(help: "value or json.") var output: Output = .value

    func validate() throws {
        if let max, max < 1 { throw ValidationError("--max \(max): expected 1 or more") }
    }

    func run() async throws {
        try await cluster.withClient { client in
            let known = try await client.retrying { () async throws(KafkaClientError) in try await client.topic(topic) }
            var positions: [Int32: Int64] = [:]
            var ends: [Int32: Int64] = [:]
            for partition in partitions.isEmpty ? known.partitions.map(\.index) : partitions {
                positions[partition] = try await from.offset(in: topic, partition, client)
                if follow { continue }
                let end = try await client.offset(of: .latest, in: topic, partition: partition)
                ends[partition] = end
                if case .offset(let offset) = from, offset > end {
                    Console.note("partition \(partition) ends at \(end), before \(offset): nothing to read; --follow waits")
                }
            }
            var left = max ?? .max
            while left > 0 {
                let open = follow ? positions : positions.filter { $0.value < ends[$0.key] ?? 0 }
                if open.isEmpty { break }
                let fetched = try await client.fetch(topic, from: open, wait: .milliseconds(follow ? 500 : 100))
                for (partition, result) in fetched.sorted(by: { $0.key < $1.key }) {
                    let position = positions[partition] ?? 0
                    positions[partition] = try show(try result.get(), partition, from: position, until: ends[partition] ?? .max, &left)
                }
            }
        }
    }

    /// Bytes that a batch may become when it is decompressed.
    private static let decompressedBytesMax = 512 << 20

    /// - Returns: where to go on.
    private func show(
        _ fetched: FetchedRecords, _ partition: Int32, from start: Int64, until end: Int64, _ left: inout Int
    ) throws -> Int64 {
        var position = start
        var lines = OutputBuffer()
        // Also what was read before something failed.
        defer { lines.flush() }
        let batches = try RecordBatch.all(in: fetched.bytes)
        if batches.isEmpty, fetched.bytes.readableBytes > 0 {
            throw KafkaClientError.invalid("partition \(partition) has no whole batch at offset \(position)")
        }
        for batch in batches where batch.header.nextOffset > position {
            guard batch.hasValidChecksum else {
                throw KafkaClientError.invalid(
                    "the batch at offset \(batch.header.baseOffset) of partition \(partition) fails its checksum")
            }
            if !batch.header.isControl {
                for record in try batch.records(limit: Self.decompressedBytesMax) where record.offset >= position && record.offset < end {
                    guard left > 0 else { return position }
                    switch output {
                    case .value: lines.line(record.value?.readableBytesView)
                    case .json: try lines.json(RecordLine(record, topic: topic, partition: partition))
                    }
                    left -= 1
                    position = record.offset + 1
                }
            }
            position = Swift.max(position, batch.header.nextOffset)
        }
        return position
    }
}
