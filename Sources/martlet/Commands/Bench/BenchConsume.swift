import ArgumentParser
import Bench
import Platform

struct BenchConsume: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consume", abstract: "Read a topic from its beginning and measure.",
        discussion: """
            Counts records by the headers of their batches and does not unpack them.

            EXAMPLES
              martlet bench consume --topic load --server-pid $(pidof martlet)
              martlet bench consume --topic load --follow --records 1000000
            """)

    @OptionGroup var cluster: ClusterOptions

    @Option(help: "Where from.") var topic = "bench"
    @Option(help: "Stop after so many. Default: at what is the end when it begins.") var records: Int?
    @Flag(help: "Go on beyond the end, until --records have come; also tells how old records are when they come.") var follow = false
    @Option(help: "Clients, each with a share of the partitions.") var connections = 1
    @Option(help: "Fetches in flight, per client, each for other partitions.") var depth = 1
    @Option(help: "Bytes of one answer.") var fetchBytes: Int32 = 50 << 20
    @Option(help: "Bytes of one partition in an answer.") var partitionBytes: Int32 = 1 << 20
    @Option(help: "The server waits for so many bytes ...") var minBytes: Int32 = 1
    @Option(help: ArgumentHelp("... but not longer than this.", valueName: "ms")) var wait: Int = 500
    @Flag(help: "Check the checksum of every batch.") var verify = false
    @Option(help: "Threads of this load generator.") var threads = 1
    @Option(help: "A server's process on this machine: tells the CPU and the anonymous memory it used.") var serverPid: Int32?

    func run() async throws {
        MemoryTuning.apply()
        var options = ConsumeOptions()
        options.topic = topic
        options.records = records
        options.follows = follow
        options.connections = connections
        options.depth = depth
        options.fetchBytes = fetchBytes
        options.partitionBytes = partitionBytes
        options.minBytes = minBytes
        options.wait = .milliseconds(max(0, wait))
        options.verifies = verify
        options.threads = threads
        options.serverPID = serverPid
        options.client = cluster.client
        let report = try await ConsumeBench(options, bootstrap: try cluster.addresses()).run()
        try Console.json(report)
        if report.gaveUp || report.damagedBatches > 0 { throw ExitCode.failure }
    }
}
