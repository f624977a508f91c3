import ArgumentParser

struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measure a cluster: any that speaks Kafka's protocol.",
        discussion: """
            Prints one line of JSON. With --server-pid it also tells what that process used, so that different servers can be measured by the
            same program.

            EXAMPLES
              martlet bench produce --topic load --partitions 6 --records 5000000 --server-pid $(pidof martlet)
              martlet bench consume --topic load
              martlet bench produce --records 2000 --depth 1 --batch-records 1 --probe-dir ./martlet-data
            """,
        subcommands: [BenchProduce.self, BenchConsume.self])
}
