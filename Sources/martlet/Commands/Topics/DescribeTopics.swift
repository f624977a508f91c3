import ArgumentParser
import KafkaClient
import KafkaMessages

struct DescribeTopics: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "describe", abstract: "Show topics: partitions, leaders, replicas, settings.",
        discussion: """
            EXAMPLES
              martlet topics describe orders
              martlet topics describe orders --all-configs --output json
            """)

    @OptionGroup var cluster: ClusterOptions

    @Argument(help: "Their names.") var names: [String]

    @Flag(help: "Also the settings that stand at their defaults.") var allConfigs = false

    @Option(help: "table or json.") var output: OutputFormat = .table

    private struct Partition: Encodable {
        var partition: Int32
        var leader: Int32?
        var leaderEpoch: Int32?
        var replicas: [Int32]
        var inSync: [Int32]
        var offline: [Int32]
        var error: String?
    }

    private struct Description: Encodable {
        var topic: String
        var id: String?
        var `internal`: Bool
        var partitions: [Partition]
        /// Nil: the server does not tell.
        var configs: [String: String?]?
    }

    func run() async throws {
        try await cluster.withClient { client in
            for name in names {
                let topic = try await client.retrying { () async throws(KafkaClientError) in try await client.topic(name) }
                let configs = try await configs(of: name, client)
                let description = Description(
                    topic: name, id: topic.id.isZero ? nil : "\(topic.id)", internal: topic.isInternal,
                    partitions: topic.partitions.map {
                        Partition(
                            partition: $0.index, leader: $0.leader >= 0 ? $0.leader : nil,
                            leaderEpoch: $0.leaderEpoch >= 0 ? $0.leaderEpoch : nil,
                            replicas: $0.replicas, inSync: $0.inSync, offline: $0.offline, error: $0.error.isNone ? nil : $0.error.name)
                    }, configs: configs)
                switch output {
                case .json: try Console.json(description)
                case .table: show(description)
                }
            }
        }
    }

    private func configs(of name: String, _ client: KafkaClient) async throws -> [String: String?]? {
        do throws(KafkaClientError) {
            let all = try await client.topicConfigs(name)
            let shown = all.filter { allConfigs || $0.configSource == ConfigSource.topic || ($0.configSource < 0 && !$0.isDefault) }
            return Dictionary(shown.map { ($0.name, $0.value) }) { first, _ in first }
        } catch {
            guard case .unsupported = error else { throw error }
            return nil
        }
    }

    private func show(_ description: Description) {
        Console.line("\(description.topic)  id \(description.id ?? "-")  partitions \(description.partitions.count)")
        for (key, value) in (description.configs ?? [:]).sorted(by: { $0.key < $1.key }) {
            Console.line("  \(key) = \(value ?? "(hidden)")")
        }
        if description.configs == nil { Console.line("  (this server does not tell a topic's settings)") }
        func list(_ nodes: [Int32]) -> String { nodes.isEmpty ? "-" : nodes.map(String.init).joined(separator: ",") }
        Console.table(
            ["PARTITION", "LEADER", "EPOCH", "REPLICAS", "IN SYNC", "OFFLINE"],
            description.partitions.map { partition in
                [
                    "\(partition.partition)", partition.leader.map(String.init) ?? "none", partition.leaderEpoch.map(String.init) ?? "-",
                    list(partition.replicas), list(partition.inSync), list(partition.offline),
                ]
            })
    }
}

/// Where a setting's value comes from, by Kafka's numbers (KIP-226).
enum ConfigSource {
    static let topic: Int8 = 1
}
