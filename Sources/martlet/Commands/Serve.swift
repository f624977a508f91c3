import ArgumentParser
import ClusterMetadata
import Environment

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run a node.",
        discussion: """
            With nothing else: one node, clients on 127.0.0.1:9092, data in ./martlet-data, topics made as they are asked for.

            EXAMPLES
              martlet serve
              martlet serve --data-dir /var/lib/martlet --listen 0.0.0.0:9092
            """)

    @Option(help: "Where records, journal and metadata live.")
    var dataDir = "./martlet-data"

    @Option(help: "Where clients connect, HOST:PORT.")
    var listen = "127.0.0.1:9092"

    @Option(help: "Event loops, each a thread. Default: one for each processor, at most 8.")
    var cores: Int?

    @Option(
        name: .customLong("set"), help: ArgumentHelp("A setting of the node, KEY=VALUE; may stand more than once.", visibility: .hidden))
    var settings: [String] = []

    func run() async throws {
        var options = ServeOptions()
        options.dataDirectory = dataDir
        options.listen = try HostPort(listen, flag: "--listen")
        options.cores = cores
        for setting in settings {
            let (key, value) = try Self.parse(setting)
            options.node.settings[key] = value
        }
        try await Server(options).run()
    }

    private static func parse(_ setting: String) throws -> (String, String) {
        let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { throw ValidationError("--set \(setting): expected KEY=VALUE") }
        do {
            return (parts[0], try BrokerConfigs.normalized(parts[0], parts[1]))
        } catch {
            throw ValidationError("--set \(setting): \(error)")
        }
    }
}
