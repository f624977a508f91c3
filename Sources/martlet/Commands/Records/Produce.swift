import ArgumentParser
import KafkaClient
import KafkaRecords
import NIOCore

struct Produce: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Send records: values given, or the lines of standard input.",
        discussion: """
            Each record is acknowledged before the command ends, unless --acks 0 is given. One that was sent again after an answer got lost may be
            there twice. A key decides the partition as in Kafka's own clients; without one the partitions take turns.

            EXAMPLES
              martlet produce orders --value hello
              echo 'k1:v1' | martlet produce orders --key-separator :
              martlet produce orders --key k1 --value v1 --header source=shell --output json
              martlet produce orders --partition 2 --compression zstd < lines.txt
            """)

    @OptionGroup var cluster: ClusterOptions

    @Argument(help: "The topic.") var topic: String

    @Option(name: .customLong("value"), help: "A record's value; may stand more than once. Default: each line of standard input.")
    var values: [String] = []

    @Option(help: "The key of every record.") var key: String?

    @Option(help: "What stands between key and value, at its first place in a line. A line without it has no key.")
    var keySeparator: String?

    @Option(name: .customLong("header"), help: ArgumentHelp("Of every record; may stand more than once.", valueName: "name=value"))
    var headers: [KeyValue] = []

    @Option(help: "Where to, whatever the key.") var partition: Int32?

    @Option(help: "none, gzip, snappy, lz4 or zstd.") var compression: Codec = .none

    @Option(help: "all, 1 or 0.") var acks: Acks = .all

    @Option(help: "table: nothing but a count at the end; json: each record's place.") var output: OutputFormat = .table

    func validate() throws {
        if key != nil, keySeparator != nil { throw ValidationError("--key and --key-separator exclude each other") }
        if keySeparator == "" { throw ValidationError("--key-separator must not be empty") }
    }

    func run() async throws {
        try await cluster.withClient { client in
            let topic = try await readyTopic(client)
            var batcher = RecordBatcher(
                partitions: topic.partitions.count, partition: partition, codec: compression.codec,
                headers: headers.map { RecordHeader($0.key, $0.value) }, key: key, keySeparator: keySeparator)
            var count = 0
            if values.isEmpty {
                var lines = LineReader(descriptor: 0)
                while let chunk = try lines.next() { count += try await send(chunk, &batcher, client) }
            } else {
                count = try await send(values.map { Array($0.utf8) }, &batcher, client)
            }
            if output == .table { Console.note("\(count) record\(count == 1 ? "" : "s") sent to \(self.topic)") }
        }
    }

    /// The topic; a server that makes missing ones is given the chance.
    private func readyTopic(_ client: KafkaClient) async throws -> ClusterView.Topic {
        let name = topic
        let known = try await client.cluster(topics: [name], creating: true).topic(name)
        if let known, known.isReady { return known }
        // What was just made may be unknown for a moment; what cannot be made stays so.
        if let known, !known.error.isNone, !known.error.retriable {
            throw KafkaClientError.refused(known.error, about: "topic \(name)", detail: nil)
        }
        return try await client.waitForTopic(name)
    }

    private struct Line: Encodable {
        var topic: String
        var partition: Int32
        /// Nil with acks 0.
        var offset: Int64?
    }

    private func send(_ lines: [[UInt8]], _ batcher: inout RecordBatcher, _ client: KafkaClient) async throws -> Int {
        for batch in try batcher.batches(of: lines) {
            let place = try await client.produce(batch.bytes, to: topic, partition: batch.partition, acks: acks.number)
            guard output == .json else { continue }
            var printed = OutputBuffer()
            defer { printed.flush() }
            for index in 0..<batch.records {
                try printed.json(
                    Line(topic: topic, partition: batch.partition, offset: place.baseOffset < 0 ? nil : place.baseOffset + Int64(index)))
            }
        }
        return lines.count
    }
}
