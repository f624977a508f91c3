import ArgumentParser
import KafkaClient

struct AlterTopic: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alter", abstract: "Give a topic more partitions, or other settings.",
        discussion: """
            EXAMPLES
              martlet topics alter orders --partitions 12
              martlet topics alter orders --config retention.ms=86400000 --delete-config segment.bytes
            """)

    @OptionGroup var cluster: ClusterOptions

    @Argument(help: "Its name.") var name: String

    @Option(help: "How many it shall have; never fewer than now. Keys may then fall to other partitions.") var partitions: Int32?

    @Option(name: .customLong("config"), help: ArgumentHelp("A setting; may stand more than once.", valueName: "key=value"))
    var configs: [KeyValue] = []

    @Option(name: .customLong("delete-config"), help: ArgumentHelp("A setting to put back to its default.", valueName: "key"))
    var deletedConfigs: [String] = []

    @Option(help: "table or json.") var output: OutputFormat = .table

    private struct Line: Encodable {
        var topic: String
        var partitions: Int32?
        var set: [String]
        var deleted: [String]
    }

    func validate() throws {
        if partitions == nil, configs.isEmpty, deletedConfigs.isEmpty {
            throw ValidationError("nothing to change: name --partitions, --config or --delete-config")
        }
    }

    func run() async throws {
        try await cluster.withClient { client in
            let changes = configs.map(\.change) + deletedConfigs.map { ConfigChange(key: $0, value: nil) }
            if !changes.isEmpty { try await client.alterTopicConfigs(name, changes) }
            if let partitions { try await client.createPartitions(name, count: partitions) }
            switch output {
            case .json:
                try Console.json(Line(topic: name, partitions: partitions, set: configs.map(\.key), deleted: deletedConfigs))
            case .table: Console.line("\(name) changed")
            }
        }
    }
}
