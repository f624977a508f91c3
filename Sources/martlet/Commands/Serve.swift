import ArgumentParser
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

    func run() async throws {
        var options = ServeOptions()
        options.dataDirectory = dataDir
        options.listen = try HostPort(listen, flag: "--listen")
        options.cores = cores
        try await Server(options).run()
    }
}
