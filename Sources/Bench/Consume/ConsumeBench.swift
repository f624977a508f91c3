public import KafkaClient
import KafkaMessages
import NIOCore
import NIOPosix

/// Reads a topic from its beginning as fast as the server gives it, and measures.
public struct ConsumeBench: Sendable {
    /// What came of it.
    public struct Report: Sendable, Codable {
        public var mode = "consume"
        public var topic: String
        public var partitions: Int
        public var records: Int
        /// Of the batches as received, without the answers around them.
        public var bytes: Int
        public var requests: Int
        public var emptyAnswers: Int
        public var recordsPerRequest: Double
        public var seconds: Double
        public var recordsPerSecond: Double
        public var megabytesPerSecond: Double
        /// Of each fetch, from its sending to its answer, in milliseconds; the server's waiting for records is in it.
        public var latencyMs: LatencySummary
        /// With `--follow`: from a batch's largest timestamp to its arrival, in milliseconds.
        public var ageMs: LatencySummary?
        public var retries: Int
        public var damagedBatches: Int
        public var gaveUp: Bool
        public var firstError: String?
        public var clientCPUSecondsPerMillionRecords: Double
        public var server: ServerUse?
    }

    private let options: ConsumeOptions
    private let bootstrap: [BrokerAddress]

    public init(_ options: ConsumeOptions, bootstrap: [BrokerAddress]) {
        self.options = options
        self.bootstrap = bootstrap
    }

    /// Runs to the end.
    ///
    /// - Throws: ``KafkaClientError``, ``ProcessMeter/Unreadable``.
    public func run() async throws -> Report {
        try options.validate()
        let group = MultiThreadedEventLoopGroup(numberOfThreads: options.threads)
        do {
            let report = try await run(on: group)
            try await group.shutdownGracefully()
            return report
        } catch {
            try await group.shutdownGracefully()
            throw error
        }
    }

    private func run(on group: MultiThreadedEventLoopGroup) async throws -> Report {
        let client = KafkaClient(bootstrap: bootstrap, options: options.client, group: group)
        let topic = try await client.waitForTopic(options.topic)
        let view = try await client.cluster(topics: [options.topic])
        var lanes: [Int32: ConsumeWorker.Lane] = [:]
        for partition in topic.partitions {
            let start = try await client.offset(of: .earliest, in: options.topic, partition: partition.index)
            let end = options.follows ? nil : try await client.offset(of: .latest, in: options.topic, partition: partition.index)
            lanes[partition.index] = ConsumeWorker.Lane(partition: partition.index, offset: start, end: end)
        }
        await client.close()
        let workers = min(options.connections, topic.partitions.count)
        let places = Share.partitions(topic.partitions.map(\.index), among: workers)
        let budget = options.records.map { RecordBudget($0) }

        let server = options.serverPID.map { ProcessMeter(pid: $0) }
        let serverBefore = try server?.sample()
        let ownBefore = try ProcessMeter.own.sample()
        let start = NIODeadline.now()
        var results: [EventLoopFuture<ConsumeResult>] = []
        for worker in 0..<workers {
            let loop = group.next()
            let done = loop.makePromise(of: ConsumeResult.self)
            let mine = places[worker].compactMap { lanes[$0] }
            loop.execute {
                let links = Links(loop: loop, options: options.client, bootstrap: bootstrap, view: view, topic: topic)
                ConsumeWorker(options, lanes: mine, links: links, budget: budget, done: done).start()
            }
            results.append(done.futureResult)
        }
        var result = ConsumeResult()
        for future in results { result.merge(try await future.get()) }
        let seconds = Double((NIODeadline.now() - start).nanoseconds) / 1e9
        let ownAfter = try ProcessMeter.own.sample()
        let use: ServerUse? =
            if let server, let serverBefore {
                ServerUse(pid: server.pid, before: serverBefore, after: try server.sample(), records: result.records)
            } else { nil }
        return report(result, partitions: topic.partitions.count, seconds, ownAfter.cpuSeconds - ownBefore.cpuSeconds, use)
    }

    private func report(_ result: ConsumeResult, partitions: Int, _ seconds: Double, _ ownCPU: Double, _ server: ServerUse?) -> Report {
        Report(
            topic: options.topic, partitions: partitions, records: result.records, bytes: result.bytes, requests: result.requests,
            emptyAnswers: result.emptyAnswers,
            recordsPerRequest: result.requests > 0 ? rounded(Double(result.records) / Double(result.requests), 1) : 0,
            seconds: rounded(seconds, 3), recordsPerSecond: (Double(result.records) / seconds).rounded(),
            megabytesPerSecond: rounded(Double(result.bytes) / seconds / 1e6, 2), latencyMs: LatencySummary(result.latencies),
            ageMs: options.follows ? LatencySummary(result.ages) : nil, retries: result.retries, damagedBatches: result.damagedBatches,
            gaveUp: result.gaveUp, firstError: result.firstError,
            clientCPUSecondsPerMillionRecords: result.records > 0 ? rounded(ownCPU * 1e6 / Double(result.records), 4) : 0, server: server)
    }
}
