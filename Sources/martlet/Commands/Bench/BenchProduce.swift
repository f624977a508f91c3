import ArgumentParser
import Bench
import Platform

struct BenchProduce: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "produce", abstract: "Send records and measure: records/s, latency, the server's CPU and memory.",
        discussion: """
            The topic is made if it is missing. Batches are built once and only stamped anew for each send, so the generator takes little
            of the machine. "latencyMs" counts from the sending of a batch to its answer; with --rate, from when its first record was due.

            EXAMPLES
              martlet bench produce --topic load --partitions 6 --records 5000000 --record-bytes 100
              martlet bench produce --rate 50000 --linger 5 --records 500000
              martlet bench produce --records 2000 --depth 1 --batch-records 1 --probe-dir ./martlet-data
            """)

    @OptionGroup var cluster: ClusterOptions

    @Option(help: "Where to.") var topic = "bench"
    @Option(help: "Partitions to write to, and of the topic if it is made.") var partitions: Int32 = 6
    @Option(help: "Of the topic, if it is made. Default: the cluster's.") var replicationFactor: Int16?
    @Option(help: "How many.") var records = 1_000_000
    @Option(help: "Bytes of each record's value; there are no keys.") var recordBytes = 100
    @Option(help: "Bytes of the largest batch, before compression.") var batchBytes = 1_000_000
    @Option(help: "Records of the largest batch.") var batchRecords = 10_000
    @Option(help: ArgumentHelp("How long a record waits for others; matters only with --rate.", valueName: "ms")) var linger = 5.0
    @Option(help: ArgumentHelp("all, 1 or 0.")) var acks: Acks = .all
    @Option(help: "none, gzip, snappy, lz4 or zstd.") var codec: Codec = .none
    @Option(help: "Clients, each with a connection to each leader.") var connections = 1
    @Option(help: "Requests in flight, per client.") var depth = 5
    @Flag(help: "Number the batches, so that none is written twice (KIP-98).") var idempotent = false
    @Option(help: "Records a second, all clients together. Default: as many as the server takes.") var rate: Double?
    @Option(help: "Threads of this load generator.") var threads = 1
    @Option(help: "A server's process on this machine: tells the CPU and the anonymous memory it used.") var serverPid: Int32?
    @Option(help: "Between any two requests also append and sync as many bytes to a file here, and compare. For --depth 1.")
    var probeDir: String?

    func run() async throws {
        MemoryTuning.apply()
        var options = ProduceOptions()
        options.topic = topic
        options.partitions = partitions
        options.replicationFactor = replicationFactor
        options.records = records
        options.recordBytes = recordBytes
        options.batchBytes = batchBytes
        options.batchRecords = batchRecords
        options.linger = .seconds(max(0, linger) / 1000)
        options.acks = acks.number
        options.codec = codec.codec
        options.connections = connections
        options.depth = depth
        options.isIdempotent = idempotent
        options.rate = rate
        options.threads = threads
        options.serverPID = serverPid
        options.probeDirectory = probeDir
        options.client = cluster.client
        let report = try await ProduceBench(options, bootstrap: try cluster.addresses()).run()
        try Console.json(report)
        if report.failedRecords > 0 { throw ExitCode.failure }
    }
}
