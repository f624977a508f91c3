import ArgumentParser
import KafkaClient

struct DeleteTopics: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete topics and all their records.",
        discussion: """
            There is no way back.

            EXAMPLES
              martlet topics delete orders
              martlet topics delete orders payments --if-exists
            """)

    @OptionGroup var cluster: ClusterOptions

    @Argument(help: "Their names.") var names: [String]

    @Flag(help: "No error if there is none of that name.") var ifExists = false

    @Option(help: "table or json.") var output: OutputFormat = .table

    private struct Line: Encodable {
        var topic: String
        var deleted: Bool
    }

    func run() async throws {
        try await cluster.withClient { client in
            for name in names {
                var wasThere = true
                do throws(KafkaClientError) {
                    try await client.deleteTopics([name])
                } catch {
                    guard ifExists, error.code == .unknownTopicOrPartition else { throw error }
                    wasThere = false
                }
                switch output {
                case .json: try Console.json(Line(topic: name, deleted: wasThere))
                case .table: Console.line(wasThere ? "\(name) deleted" : "there was no \(name)")
                }
            }
        }
    }
}
