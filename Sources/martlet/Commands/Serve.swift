import ArgumentParser
import Foundation

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run a node.",
        discussion: """
            With nothing else: one node, clients on 127.0.0.1:9092, data in ./martlet-data, topics made as they are asked for.

            Settings come from flags, then from the environment, then from the file; the first that has one wins. In the file (YAML) they stand
            under Martlet's names (data-dir, listen, advertised, cores, log-level, log-format, limits....) and under Kafka's (num.partitions,
            node.id, broker.rack, log.retention.ms, ...). The environment has MARTLET_CONFIG, MARTLET_DATA_DIR, MARTLET_LISTEN and so on, and
            MARTLET_SET_num_partitions for any other key, with _ for dots and dashes.

            EXAMPLES
              martlet serve
              martlet serve --data-dir /var/lib/martlet --listen 0.0.0.0:9092 --advertised broker1.example.com
              martlet serve --config /etc/martlet.yaml --set num.partitions=6
              MARTLET_LISTEN=0.0.0.0:9092 MARTLET_SET_num_partitions=6 martlet serve
            """)

    @Option(help: ArgumentHelp("A YAML file of settings. Default: $MARTLET_CONFIG.", valueName: "file"))
    var config: String?

    @Option(help: ArgumentHelp("Where records, journal and metadata live. Default: ./martlet-data.", valueName: "dir"))
    var dataDir: String?

    @Option(help: ArgumentHelp("Where clients connect. Default: 127.0.0.1:9092.", valueName: "host:port"))
    var listen: String?

    @Option(
        help: ArgumentHelp(
            "Accepted, and nothing listens there yet: the admin HTTP comes with a later release.", valueName: "host:port"))
    var adminListen: String?

    @Option(
        help: ArgumentHelp(
            "Where clients are told to connect. Default: the listener's address, or the machine's name if that is 0.0.0.0.",
            valueName: "host[:port]"))
    var advertised: String?

    @Option(help: "Event loops, each a thread. Default: one for each processor, at most 8.")
    var cores: String?

    @Option(help: "debug, info, warning or error. Default: info.")
    var logLevel: String?

    @Option(help: "text or json. Default: text.")
    var logFormat: String?

    @Option(name: .customLong("set"), help: ArgumentHelp("Any setting; may stand more than once.", valueName: "key=value"))
    var settings: [KeyValue] = []

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let file = try (config ?? environment["MARTLET_CONFIG"]).map { path throws(ConfigurationError) in try ConfigFile.read(path) }
        let (variables, unknown) = try EnvironmentSettings.read(environment)
        var options = try ServeOptions(layers: [file ?? [], variables, flags])
        options.warnings += unknown.map { "environment variable \($0) means nothing to martlet serve; see martlet serve --help" }
        try await Server(options).run()
    }

    private var flags: [Setting] {
        let own: [(OwnKey, String?)] = [
            (.dataDir, dataDir), (.listen, listen), (.adminListen, adminListen), (.advertised, advertised), (.cores, cores),
            (.logLevel, logLevel), (.logFormat, logFormat),
        ]
        return own.compactMap { key, value in
            value.map { Setting(key: key.rawValue, value: $0, source: .flag("--\(key.rawValue)")) }
        } + settings.map { Setting(key: $0.key, value: $0.value, source: .flag("--set")) }
    }
}
