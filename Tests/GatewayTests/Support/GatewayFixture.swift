import ClusterMetadata
import Environment
import Gateway
import KafkaMessages
import KafkaProtocol
import KafkaRecords
import NIOCore
import Replication
import Storage

/// A gateway of two cores over scripted storage, with a topic `t` whose partitions lie on both.
final class GatewayFixture {
    static let topic = "t"
    let environment = ScriptedEnvironment()
    let engines = [ScriptedEngine(), ScriptedEngine()]
    let cores: [GatewayCore]
    private let shared: GatewayShared
    private var image = MetadataImage()
    private let first = GroupID.firstPartition.rawValue

    init(partitions: Int, configs: [String: String] = [:], limits: Limits = Limits()) {
        let groups = (0..<partitions).map { GroupID(GroupID.firstPartition.rawValue + UInt64($0)) }
        image.replay(
            .createTopic(
                TopicRecord(
                    name: Self.topic, id: KafkaUUID(high: 1, low: 2),
                    partitions: groups.map { PartitionRecord(group: $0, replicas: [NodeID(1)]) }, configs: configs)))
        let metadata = MetadataCell()
        metadata.publish(image)
        let shared = GatewayShared(
            node: NodeID(1), environment: environment, limits: limits, metadata: metadata, leaders: LeaderTable(cores: environment.cores),
            staticConfigs: [:])
        self.shared = shared
        let budget = NodeBudget(bytesMax: limits.connections.nodeRequestBytesInFlightMax, cores: environment.cores)
        let engines = engines
        cores = engines.indices.map { GatewayCore(index: $0, shared: shared, engine: engines[$0], budget: budget) }
        for group in groups { engines[shared.owner(of: group)].create(group) }
    }

    func connect() -> (connection: Connection, output: ScriptedOutput) {
        let output = ScriptedOutput(highWatermark: shared.limits.connections.answerBytesMax)
        let connection = cores[0].door.open(
            remote: "198.51.100.7:4242", listener: ListenerName("PLAINTEXT"), output: output, at: environment.clock.now)
        output.connection = connection
        return (connection, output)
    }

    /// A fetch of partitions, each from an offset.
    static func fetch(
        _ offsets: [Int32: Int64], partitionBytesMax: Int32 = 1 << 20, change: (inout FetchRequest) -> Void = { _ in }
    ) -> FetchRequest {
        .with {
            $0.maxWaitMs = 500
            $0.minBytes = 1
            $0.maxBytes = 1 << 20
            $0.topics = [
                .with {
                    $0.topic = topic
                    $0.partitions = offsets.sorted { $0.key < $1.key }.map { partition, offset in
                        .with {
                            $0.partition = partition
                            $0.fetchOffset = offset
                            $0.partitionMaxBytes = partitionBytesMax
                        }
                    }
                }
            ]
            change(&$0)
        }
    }

    func send(_ message: some RequestMessage, version: Int16, on connection: Connection) throws {
        var writer = WireWriter()
        let frame = try message.frame(correlationId: 7, clientId: "tester", version: version, with: &writer)
        guard let bytes = frame.joined() else { preconditionFailure("no files here") }
        connection.received(bytes, at: environment.clock.now)
        settle()
    }

    /// The answers that the peer has got since the last look.
    func answers<Answer: ResponseMessage>(
        _ output: ScriptedOutput, version: Int16, as: Answer.Type = FetchResponse.self
    ) throws -> [Answer] {
        var answers: [Answer] = []
        while var frame = output.takeFrame() {
            frame.moveReaderIndex(forwardBy: Answer.apiKey.responseHeaderVersion(version) == 0 ? 4 : 5)
            answers.append(try Answer.decode(frame.slice(), version: version))
        }
        return answers
    }

    /// Sends and gives back the one answer, which must come at once.
    func ask<Answer: ResponseMessage>(
        _ message: some RequestMessage, version: Int16, on client: (connection: Connection, output: ScriptedOutput),
        as: Answer.Type = FetchResponse.self
    ) throws -> Answer? {
        try send(message, version: version, on: client.connection)
        let answers = try answers(client.output, version: version, as: Answer.self)
        return answers.count == 1 ? answers[0] : nil
    }

    func put(_ batch: ByteBuffer, in partition: Int) throws {
        let group = GroupID(first + UInt64(partition))
        try engines[shared.owner(of: group)].put(batch, in: group)
        settle()
    }

    /// A batch of one record with a value of 100 bytes: 170 bytes.
    static func batch(at offset: Int64) throws -> ByteBuffer {
        var options = RecordBatchBuilder.Options()
        options.baseOffset = offset
        options.partitionLeaderEpoch = 0
        var builder = RecordBatchBuilder(options)
        try builder.append(key: nil, value: ByteBuffer(repeating: 0x78, count: 100), timestamp: 1000)
        return try builder.finish()
    }

    static func marker(at offset: Int64) throws -> ByteBuffer {
        try RecordBatch.endOfTransaction(.commit(coordinatorEpoch: 0), producerID: 4, producerEpoch: 0, timestamp: 1000, baseOffset: offset)
    }

    func advance(by duration: Duration) {
        environment.time.withLock { $0 = $0 + duration }
        settle()
    }

    /// Turns of both cores until nothing asks for another.
    func settle() {
        for _ in 0..<1000 {
            let wakes = environment.scriptedCores.wakes
            for core in cores {
                core.beginTurn(at: environment.clock.now)
                _ = core.endTurn(at: environment.clock.now)
            }
            if environment.scriptedCores.wakes == wakes { return }
        }
        preconditionFailure("the cores ask for turns without end")
    }
}

extension FetchResponse {
    /// Partition -> bytes of records.
    var recordBytes: [Int32: Int] {
        var bytes: [Int32: Int] = [:]
        for topic in responses { for partition in topic.partitions { bytes[partition.partitionIndex] = partition.records?.count ?? 0 } }
        return bytes
    }
}
