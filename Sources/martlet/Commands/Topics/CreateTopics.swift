import ArgumentParser
import KafkaClient

struct CreateTopics: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make topics.",
        discussion: """
            EXAMPLES
              martlet topics create orders
              martlet topics create orders payments --partitions 6 --replication-factor 3
              martlet topics create clicks --config retention.ms=3600000 --config compression.type=zstd
            """)

    @OptionGroup var cluster: ClusterOptions

    @Argument(help: "Their names.") var names: [String]

    @Option(help: "Partitions of each. Default: the cluster's num.partitions.") var partitions: Int32?

    @Option(help: "Replicas of each partition. Default: the cluster's default.replication.factor.") var replicationFactor: Int16?

    @Option(name: .customLong("config"), help: ArgumentHelp("A setting; may stand more than once.", valueName: "key=value"))
    var configs: [KeyValue] = []

    @Flag(help: "No error if there is one of that name already.") var ifNotExists = false

    @Flag(help: "Only check whether they could be made.") var validateOnly = false

    @Option(help: "table or json.") var output: OutputFormat = .table

    private struct Line: Encodable {
        var topic: String
        var created: Bool
    }

    func run() async throws {
        try await cluster.withClient { client in
            for name in names {
                let topic = NewTopic(
                    name: name, partitions: partitions, replicationFactor: replicationFactor, configs: configs.map(\.change))
                var isNew = true
                do throws(KafkaClientError) {
                    try await client.createTopics([topic], validateOnly: validateOnly)
                    if !validateOnly { _ = try await client.waitForTopic(name) }
                } catch {
                    guard ifNotExists, error.code == .topicAlreadyExists else { throw error }
                    isNew = false
                }
                switch output {
                case .json: try Console.json(Line(topic: name, created: isNew && !validateOnly))
                case .table: Console.line(validateOnly ? "\(name) could be made" : isNew ? "\(name) made" : "\(name) was there already")
                }
            }
        }
    }
}
