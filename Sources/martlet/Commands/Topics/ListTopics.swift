import ArgumentParser
import KafkaClient

struct ListTopics: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the topics.",
        discussion: """
            EXAMPLES
              martlet topics list
              martlet topics list --output json --bootstrap broker.example.com:9092
            """)

    @OptionGroup var cluster: ClusterOptions

    @Flag(help: "Also those that the cluster keeps for itself.") var `internal` = false

    @Option(help: "table or json.") var output: OutputFormat = .table

    private struct Line: Encodable {
        var topic: String
        var id: String?
        var partitions: Int
        var replicationFactor: Int
        var `internal`: Bool
    }

    func run() async throws {
        try await cluster.withClient { client in
            let view = try await client.retrying { () async throws(KafkaClientError) in try await client.cluster(topics: nil) }
            let lines = view.topics.filter { self.internal || !$0.isInternal }.map { topic in
                Line(
                    topic: topic.name, id: topic.id.isZero ? nil : "\(topic.id)", partitions: topic.partitions.count,
                    replicationFactor: topic.partitions.first?.replicas.count ?? 0, internal: topic.isInternal)
            }
            switch output {
            case .json: try Console.json(lines)
            case .table:
                Console.table(
                    ["TOPIC", "PARTITIONS", "REPLICAS", "ID"],
                    lines.map { [$0.topic, "\($0.partitions)", "\($0.replicationFactor)", $0.id ?? "-"] })
            }
        }
    }
}
