import ArgumentParser

/// The one binary.
@main
struct Martlet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "martlet",
        abstract: "A clustered Kafka-protocol gateway: no JVM, no ZooKeeper, one binary.",
        discussion: """
            Start a node:          martlet serve
            Make a topic:          martlet topics create orders --partitions 6
            Any Kafka client can then connect to 127.0.0.1:9092.
            """,
        subcommands: [
            Serve.self, Topics.self, Produce.self, Consume.self, BenchCommand.self, Dump.self, Simulate.self,
        ])
}
