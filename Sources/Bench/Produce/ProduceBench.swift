public import KafkaClient
import KafkaMessages
import KafkaRecords
import NIOCore
import NIOPosix

/// Sends records to a topic as fast as the server takes them, or at a rate, and measures.
public struct ProduceBench: Sendable {
    /// What came of it.
    public struct Report: Sendable, Codable {
        public var mode = "produce"
        public var topic: String
        public var partitions: Int
        public var records: Int
        /// Of the batches as sent, without the requests around them.
        public var bytes: Int
        public var requests: Int
        public var recordsPerRequest: Double
        public var seconds: Double
        public var recordsPerSecond: Double
        public var megabytesPerSecond: Double
        /// From the sending of a batch (with a rate: from when its first record was due) to its answer, in milliseconds.
        public var latencyMs: LatencySummary
        public var failedRecords: Int
        public var retries: Int
        public var firstError: String?
        public var clientCPUSecondsPerMillionRecords: Double
        public var server: ServerUse?
        public var probe: Probe?
    }

    /// The bare append and sync beside it.
    public struct Probe: Sendable, Codable {
        public var latencyMs: LatencySummary
        /// The server's latency over the probe's.
        public var ratioP50: Double
        public var ratioP99: Double
    }

    private let options: ProduceOptions
    private let bootstrap: [BrokerAddress]

    public init(_ options: ProduceOptions, bootstrap: [BrokerAddress]) {
        self.options = options
        self.bootstrap = bootstrap
    }

    /// Runs to the end.
    ///
    /// - Throws: ``KafkaClientError``, ``ProcessMeter/Unreadable``, ``SyncProbe/Failure``.
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
        let topic = try await client.ensureTopic(
            NewTopic(name: options.topic, partitions: options.partitions, replicationFactor: options.replicationFactor))
        let view = try await client.cluster(topics: [options.topic])
        let partitions = topic.partitions.prefix(Int(options.partitions)).map(\.index)
        let factory = try factory()
        let shares = Share.of(options.records, among: options.connections)
        let places = Share.partitions(partitions, among: options.connections)
        var producers: [(id: Int64, epoch: Int16)?] = []
        for _ in 0..<options.connections { producers.append(options.isIdempotent ? try await client.newProducerID() : nil) }
        await client.close()
        let probeBytes = options.probeDirectory == nil ? 0 : try probeBytes(factory)

        let server = options.serverPID.map { ProcessMeter(pid: $0) }
        let serverBefore = try server?.sample()
        let ownBefore = try ProcessMeter.own.sample()
        let start = NIODeadline.now()
        var results: [EventLoopFuture<ProduceResult>] = []
        for worker in 0..<options.connections where shares[worker] > 0 {
            let loop = group.next()
            let done = loop.makePromise(of: ProduceResult.self)
            let (share, place, producer) = (shares[worker], places[worker], producers[worker])
            loop.execute {
                do throws(SyncProbe.Failure) {
                    let probe = try options.probeDirectory.map { path throws(SyncProbe.Failure) in
                        try SyncProbe(directory: path, byteCount: probeBytes)
                    }
                    let links = Links(loop: loop, options: options.client, bootstrap: bootstrap, view: view, topic: topic)
                    ProduceWorker(
                        options, share: share, rate: options.rate.map { $0 / Double(options.connections) }, partitions: place, links: links,
                        factory: factory, producer: producer, probe: probe, done: done
                    ).start()
                } catch {
                    done.fail(error)
                }
            }
            results.append(done.futureResult)
        }
        var result = ProduceResult()
        for future in results { result.merge(try await future.get()) }
        let seconds = Double((NIODeadline.now() - start).nanoseconds) / 1e9
        let ownAfter = try ProcessMeter.own.sample()
        let use: ServerUse? =
            if let server, let serverBefore {
                ServerUse(pid: server.pid, before: serverBefore, after: try server.sample(), records: result.records)
            } else { nil }
        return report(result, partitions: partitions.count, seconds, ownAfter.cpuSeconds - ownBefore.cpuSeconds, use)
    }

    private func report(_ result: ProduceResult, partitions: Int, _ seconds: Double, _ ownCPU: Double, _ server: ServerUse?) -> Report {
        let latency = LatencySummary(result.latencies)
        let probe = result.probe.map { histogram in
            let bare = LatencySummary(histogram)
            return Probe(
                latencyMs: bare, ratioP50: bare.p50 > 0 ? rounded(latency.p50 / bare.p50, 2) : 0,
                ratioP99: bare.p99 > 0 ? rounded(latency.p99 / bare.p99, 2) : 0)
        }
        return Report(
            topic: options.topic, partitions: partitions, records: result.records, bytes: result.bytes, requests: result.requests,
            recordsPerRequest: result.requests > 0 ? rounded(Double(result.records) / Double(result.requests), 1) : 0,
            seconds: rounded(seconds, 3), recordsPerSecond: (Double(result.records) / seconds).rounded(),
            megabytesPerSecond: rounded(Double(result.bytes) / seconds / 1e6, 2), latencyMs: latency, failedRecords: result.failedRecords,
            retries: result.retries, firstError: result.firstError,
            clientCPUSecondsPerMillionRecords: result.records > 0 ? rounded(ownCPU * 1e6 / Double(result.records), 4) : 0, server: server,
            probe: probe)
    }

    private func factory() throws(KafkaClientError) -> BatchFactory {
        do throws(RecordsError) {
            return try BatchFactory(
                recordBytes: options.recordBytes, batchBytes: options.batchBytes, batchRecords: options.batchRecords, codec: options.codec)
        } catch {
            throw .invalid("no batch can be made: \(error.message)")
        }
    }

    /// A full batch is what the server has to write; the probe writes as much.
    private func probeBytes(_ factory: BatchFactory) throws -> Int {
        var factory = factory
        return try factory.batch(records: factory.recordsMax).readableBytes
    }
}

extension KafkaClient {
    /// A number for a producer of its own (KIP-98).
    func newProducerID() async throws(KafkaClientError) -> (id: Int64, epoch: Int16) {
        try await retrying { () async throws(KafkaClientError) in
            let response = try await self.send(InitProducerIdRequest.with { $0.transactionalId = nil }, to: .any)
            guard response.errorCode.isNone else { throw .refused(response.errorCode, about: "a producer's id", detail: nil) }
            return (response.producerId, response.producerEpoch)
        }
    }
}
