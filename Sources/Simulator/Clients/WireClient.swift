import Environment
import KafkaMessages
import KafkaProtocol
import KafkaRecords
import NIOCore

/// A client that speaks Kafka's protocol over simulated connections: several requests at once, cut into pieces anywhere, hanging up at random.
/// Every request gets exactly one answer, in order, or its connection ends.
final class WireClient: SimulatedClient {
    private enum Asked {
        case apiVersions
        case metadata
        case latest(acknowledgedEnd: Int64)
        case produce(hash: UInt64, count: Int32)
        case fetch(position: Int64)
    }

    private struct Outstanding {
        var correlationID: Int32
        var apiKey: ApiKey
        var version: Int16
        var asked: Asked
    }

    private let index: Int
    private let topic: String
    private let partition: Int32
    private let group: GroupID
    private var random: SeededRandom
    private var leader = LeaderGuess()
    private var connection: UInt64?
    /// The life that the connection leads to; nil until it stands.
    private var peer: NodeKey?
    private var lastArrival: Int64 = 0
    private var outstanding: [Outstanding] = []
    private var patienceEnds: Int64 = 0
    private var inbound = ByteBuffer()
    private var nextCorrelation: Int32 = 1
    private var position: Int64 = 0
    private var made = 0
    private var writer = WireWriter()
    private var finishing = false
    private(set) var answers = 0

    private static let pipelineMax = 4
    private static let patience: Int64 = 5_000_000_000

    init(index: Int, topic: String, partition: Int32, group: GroupID, random: SeededRandom) {
        self.index = index
        self.topic = topic
        self.partition = partition
        self.group = group
        self.random = random
    }

    var isIdle: Bool { true }

    func finish() { finishing = true }

    func received(_ reply: Reply, _ world: SimulatedWorld) { violated("this client speaks through its connection") }

    func step(_ world: SimulatedWorld) {
        defer { world.wake(index, after: Int64.random(in: 1...60_000_000, using: &random)) }
        if connection == nil {
            guard !finishing else { return }
            let node = leader.node ?? Int.random(in: 0..<world.profile.nodes, using: &random)
            connection = world.connect(index, to: node)
            patienceEnds = world.queue.now + Self.patience
            lastArrival = 0
            return
        }
        if world.queue.now >= patienceEnds, peer == nil || !outstanding.isEmpty { return hangUp(world) }
        guard peer != nil else { return }
        if finishing || random.chance(0.01) { return hangUp(world) }
        var bytes = ByteBuffer()
        while outstanding.count < Self.pipelineMax, random.chance(0.6) { add(to: &bytes, world) }
        send(bytes, world)
    }

    private func hangUp(_ world: SimulatedWorld) {
        if let connection, let peer { world.disconnect(connection, from: peer, notBefore: lastArrival) }
        dropped(toward: nil)
    }

    private func dropped(toward node: Int?) {
        connection = nil
        peer = nil
        outstanding = []
        inbound = ByteBuffer()
        leader.node = node
    }

    // MARK: - Requests

    private func add(to bytes: inout ByteBuffer, _ world: SimulatedWorld) {
        if outstanding.isEmpty { patienceEnds = world.queue.now + Self.patience }
        switch Int.random(in: 0..<10, using: &random) {
        case 0:
            add(
                ApiVersionsRequest.with { ($0.clientSoftwareName, $0.clientSoftwareVersion) = ("simulated", "1.0") }, 0...4, .apiVersions,
                &bytes)
        case 1:
            let wanted = MetadataRequest.MetadataRequestTopic.with { $0.name = topic }
            add(MetadataRequest.with { $0.topics = [wanted] }, 7...12, .metadata, &bytes)
        case 2: addListOffsets(to: &bytes, world)
        case 3...5: addProduce(to: &bytes, world)
        default: addFetch(to: &bytes)
        }
    }

    private func addListOffsets(to bytes: inout ByteBuffer, _ world: SimulatedWorld) {
        var asked = ListOffsetsRequest.ListOffsetsPartition()
        (asked.partitionIndex, asked.timestamp, asked.currentLeaderEpoch) = (partition, -1, leader.epoch)
        let topic = ListOffsetsRequest.ListOffsetsTopic.with { ($0.name, $0.partitions) = (self.topic, [asked]) }
        let end = world.model(group).acknowledgedEnd
        add(ListOffsetsRequest.with { ($0.replicaId, $0.topics) = (-1, [topic]) }, 4...7, .latest(acknowledgedEnd: end), &bytes)
    }

    private func addProduce(to bytes: inout ByteBuffer, _ world: SimulatedWorld) {
        var builder = RecordBatchBuilder()
        let count = Int32.random(in: 1...Int32(world.profile.recordsMax), using: &random)
        made += 1
        do throws(RecordsError) {
            for record in 0..<count {
                try builder.append(
                    key: ByteBuffer(string: "wire-\(index)-\(made)-\(record)"), value: nil,
                    timestamp: SimulatedClock.epoch + world.queue.now / 1_000_000)
            }
            let batch = try builder.finish()
            let hash = PartitionModel.hash(batch)
            world.model(group).produced(hash, by: -1, sequence: -1, count: count)
            let data = ProduceRequest.PartitionProduceData.with { ($0.index, $0.records) = (partition, .bytes(batch)) }
            let topic = ProduceRequest.TopicProduceData.with { ($0.name, $0.partitionData) = (self.topic, [data]) }
            let request = ProduceRequest.with { ($0.acks, $0.timeoutMs, $0.topicData) = (-1, 3000, [topic]) }
            add(request, 3...12, .produce(hash: hash, count: count), &bytes)
        } catch {
            violated("a small batch can be built: \(error)")
        }
    }

    private func addFetch(to bytes: inout ByteBuffer) {
        var asked = FetchRequest.FetchPartition()
        (asked.partition, asked.fetchOffset, asked.currentLeaderEpoch) = (partition, position, leader.epoch)
        asked.partitionMaxBytes = Int32.random(in: 0...20_000, using: &random)
        let topic = FetchRequest.FetchTopic.with { ($0.topic, $0.partitions) = (self.topic, [asked]) }
        var request = FetchRequest()
        request.maxWaitMs = Int32.random(in: 0...300, using: &random)
        request.minBytes = Int32.random(in: 0...2, using: &random)
        request.maxBytes = 1 << 20
        request.topics = [topic]
        add(request, 9...12, .fetch(position: position), &bytes)
    }

    private func add(_ request: some RequestMessage, _ versions: ClosedRange<Int16>, _ asked: Asked, _ bytes: inout ByteBuffer) {
        let version = Int16.random(in: versions, using: &random)
        do throws(ProtocolError) {
            let frame = try request.frame(correlationId: nextCorrelation, clientId: "client-\(index)", version: version, with: &writer)
            guard let joined = frame.joined() else { violated("a request has no file regions") }
            bytes.writeImmutableBuffer(joined)
        } catch {
            violated("a request encodes: \(error)")
        }
        outstanding.append(
            Outstanding(correlationID: nextCorrelation, apiKey: type(of: request).apiKey, version: version, asked: asked))
        nextCorrelation += 1
    }

    /// In one piece, or cut anywhere.
    private func send(_ bytes: ByteBuffer, _ world: SimulatedWorld) {
        guard let connection, let peer else { return }
        var rest = bytes
        while rest.readableBytes > 0 {
            let length = random.chance(0.7) ? rest.readableBytes : Int.random(in: 1...rest.readableBytes, using: &random)
            guard let piece = rest.readSlice(length: length) else { return }
            lastArrival = max(lastArrival, world.queue.now + world.network.clientDelay())
            // A copy: the leader writes the offset into the bytes it gets.
            world.queue.post(at: lastArrival, .toNode(peer, connection: connection, ByteBuffer(bytes: piece.readableBytesView)))
        }
    }

    // MARK: - What comes back

    func connected(_ number: UInt64, to key: NodeKey) {
        if number == connection { peer = key }
    }

    func closed(_ number: UInt64) {
        if number == connection { dropped(toward: nil) }
    }

    func received(_ bytes: ByteBuffer, on number: UInt64, _ world: SimulatedWorld) throws(SimulationFailure) {
        guard number == connection else { return }
        inbound.writeImmutableBuffer(bytes)
        while let length = inbound.getInteger(at: inbound.readerIndex, as: Int32.self), inbound.readableBytes >= Int(length) + 4 {
            inbound.moveReaderIndex(forwardBy: 4)
            guard let frame = inbound.readSlice(length: Int(length)) else { return }
            try answer(frame, world)
            guard number == connection else { return }
        }
    }

    private func answer(_ frame: ByteBuffer, _ world: SimulatedWorld) throws(SimulationFailure) {
        var frame = frame
        guard let id = frame.readInteger(as: Int32.self), !outstanding.isEmpty else {
            throw SimulationFailure(.safety, "client \(index): an answer to nothing")
        }
        let asked = outstanding.removeFirst()
        guard id == asked.correlationID else {
            throw SimulationFailure(
                .safety, "client \(index): answer \(id) came, \(asked.correlationID) (\(asked.apiKey) v\(asked.version)) was next")
        }
        if asked.apiKey.responseHeaderVersion(asked.version) >= 1 { frame.moveReaderIndex(forwardBy: 1) }
        patienceEnds = world.queue.now + Self.patience
        answers += 1
        do throws(ProtocolError) {
            switch asked.asked {
            case .apiVersions: try check(ApiVersionsResponse.decode(frame, version: asked.version))
            case .metadata: learn(try MetadataResponse.decode(frame, version: asked.version))
            case .latest(let end): try noteFailure(world) { try latest(frame, asked.version, end) }
            case .produce(let hash, let count): try noteFailure(world) { try produced(frame, asked.version, hash, count, world) }
            case .fetch(let position): try noteFailure(world) { try fetched(frame, asked.version, position, world) }
            }
        } catch {
            throw SimulationFailure(.safety, "client \(index): the answer to \(asked.apiKey) v\(asked.version) does not decode: \(error)")
        }
    }

    /// Both kinds of error in their own way: broken bytes go on, a broken law is noted.
    private func noteFailure(_ world: SimulatedWorld, _ body: () throws -> Void) throws(ProtocolError) {
        do {
            try body()
        } catch let error as ProtocolError {
            throw error
        } catch let error as SimulationFailure {
            world.fail(error)
        } catch {
            world.fail(SimulationFailure(.safety, "client \(index): \(error)"))
        }
    }

    private func check(_ response: ApiVersionsResponse) throws(ProtocolError) {
        if response.errorCode != .none || response.apiKeys.isEmpty { throw .unsupportedVersion(-1) }
    }

    private func learn(_ response: MetadataResponse) {
        for topic in response.topics where topic.name == self.topic {
            for known in topic.partitions where known.partitionIndex == partition && known.leaderId > 0 && known.errorCode == .none {
                leader.learn(node: NodeID(known.leaderId), epoch: known.leaderEpoch)
            }
        }
    }

    private func latest(_ frame: ByteBuffer, _ version: Int16, _ end: Int64) throws {
        let response = try ListOffsetsResponse.decode(frame, version: version)
        guard let answer = response.topics.first?.partitions.first, answer.errorCode == .none else { return }
        if answer.offset < end {
            throw SimulationFailure(
                .safety, "group \(group): ListOffsets says the end is \(answer.offset), but \(end) was acknowledged before")
        }
    }

    private func produced(_ frame: ByteBuffer, _ version: Int16, _ hash: UInt64, _ count: Int32, _ world: SimulatedWorld) throws {
        let response = try ProduceResponse.decode(frame, version: version)
        guard let answer = response.responses.first?.partitionResponses.first, answer.errorCode == .none else { return }
        try world.model(group).acknowledged(hash, at: answer.baseOffset, count: count)
    }

    private func fetched(_ frame: ByteBuffer, _ version: Int16, _ asked: Int64, _ world: SimulatedWorld) throws {
        let response = try FetchResponse.decode(frame, version: version)
        guard let answer = response.responses.first?.partitions.first else { return }
        if answer.errorCode == .offsetOutOfRange {
            position = max(0, answer.logStartOffset)
            return
        }
        guard answer.errorCode == .none, let records = answer.records?.buffer else { return }
        let end = try world.model(group).read(records, from: asked, below: answer.highWatermark)
        if position == asked { position = end }
    }
}
