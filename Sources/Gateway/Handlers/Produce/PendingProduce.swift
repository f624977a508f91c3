import ClusterMetadata
import Environment
import KafkaMessages
import KafkaProtocol
import KafkaRecords
import NIOCore
import Storage

/// A produce request whose partitions are being appended: collects their outcomes, and answers when the last is known or its time is up.
/// Confined to the connection's core.
final class PendingProduce {
    private typealias PartitionResponse = ProduceResponse.PartitionProduceResponse

    /// Clients that ask for less (some ask for 0) think of a log that is not synced: they get an answer all the same.
    private static let timeoutMin: Duration = .seconds(1)

    private let request: Request
    private let core: GatewayCore
    private let acks: Int16
    private let timeout: Duration
    private var topics: [ProduceRequest.TopicProduceData]
    private var response = ProduceResponse()
    private var open = 0
    private var isDone = false
    private var timer: Timers.ID?
    private var nodesNamed: Set<NodeID> = []

    init(_ message: ProduceRequest, _ request: Request, _ core: GatewayCore) {
        self.request = request
        self.core = core
        self.acks = message.acks
        self.timeout = max(Self.timeoutMin, .milliseconds(Int64(message.timeoutMs)))
        // A topic without partitions is not answered.
        self.topics = message.topicData.filter { !$0.partitionData.isEmpty }
        response.responses = topics.map { topic in
            .with {
                $0.name = topic.name
                $0.topicId = topic.topicId
                $0.partitionResponses = topic.partitionData.map { partition in
                    .with {
                        $0.index = partition.index
                        $0.baseOffset = -1
                    }
                }
            }
        }
    }

    /// Answers every partition with the same error.
    func fail(_ code: ErrorCode) {
        for topic in response.responses.indices {
            for partition in response.responses[topic].partitionResponses.indices {
                response.responses[topic].partitionResponses[partition].errorCode = code
            }
        }
        finish()
    }

    func start() {
        let topics = topics
        self.topics = []
        open = 1
        for (topicIndex, topic) in topics.enumerated() { append(topic, at: topicIndex) }
        // Held open until every partition has been started, so that one that fails at once does not answer for all.
        open -= 1
        if open == 0 { return finish() }
        if acks != 0 { timer = core.timers.set(at: core.now + timeout) { [self] in timeOut() } }
    }

    private func append(_ topic: ProduceRequest.TopicProduceData, at topicIndex: Int) {
        let metadata = core.metadata
        guard !TopicName.isInternal(topic.name) else {
            for partition in topic.partitionData.indices { settle(topicIndex, partition, .invalidTopic) }
            return
        }
        let record = request.version >= 13 ? metadata.topic(id: topic.topicId) : metadata.topics[topic.name]
        guard let record else {
            let code: ErrorCode = request.version >= 13 ? .unknownTopicId : .unknownTopicOrPartition
            for partition in topic.partitionData.indices { settle(topicIndex, partition, code) }
            return
        }
        let policy = core.policy(of: record)
        let now = core.environment.clock.wallTime.milliseconds
        for (partitionIndex, data) in topic.partitionData.enumerated() {
            guard data.index >= 0, Int(data.index) < record.partitions.count else {
                settle(topicIndex, partitionIndex, .unknownTopicOrPartition)
                continue
            }
            let group = record.partitions[Int(data.index)].group
            append(data, to: group, policy: policy, now: now, at: (topicIndex, partitionIndex))
        }
    }

    private func append(
        _ data: ProduceRequest.PartitionProduceData, to group: GroupID, policy: TopicPolicies.Policy, now: Int64, at place: (Int, Int)
    ) {
        let batch: RecordBatch
        do throws(RecordsError) {
            batch = try ProducedRecords.accept(
                data.records?.buffer ?? ByteBuffer(), version: request.version, policy: policy.records, now: now)
        } catch {
            settle(place.0, place.1, error)
            if error.isOfRecords { tellLogStart(of: group, at: place) }
            return
        }
        let header = batch.header
        let append = AppendBatch(
            bytes: batch.bytes, recordCount: header.recordCount, maxTimestamp: header.maxTimestamp, producerID: header.producerID,
            producerEpoch: header.producerEpoch, baseSequence: header.baseSequence)
        let appendTime = policy.settings.timestampType == .logAppendTime ? now : -1
        open += 1
        core.onStorage(of: group) { engine, done in
            engine.append(append, to: group, done: done)
        } done: { [self] outcome in
            settle(place, group, outcome, appendTime: appendTime)
            open -= 1
            if open == 0 { finish() }
        }
    }

    // MARK: - Outcomes

    private func settle(_ place: (Int, Int), _ group: GroupID, _ outcome: Result<AppendOutcome, StorageError>, appendTime: Int64) {
        switch outcome {
        case .success(let appended):
            response.responses[place.0].partitionResponses[place.1].baseOffset = appended.baseOffset
            response.responses[place.0].partitionResponses[place.1].logStartOffset = appended.logStart
            response.responses[place.0].partitionResponses[place.1].logAppendTimeMs = appended.originalTimestamp ?? appendTime
        case .failure(let error):
            settle(place.0, place.1, ErrorCode(error))
            switch error {
            case .notLeader: nameLeader(of: group, at: place)
            case .outOfOrderSequence, .staleProducerEpoch: tellLogStart(of: group, at: place)
            default: break
            }
        }
    }

    /// What a log refuses is answered with the log's start beside the error, as in Kafka.
    private func tellLogStart(of group: GroupID, at place: (Int, Int)) {
        open += 1
        core.onStorage(of: group) { (engine, done: @escaping (Int64) -> Void) in
            done(engine.usage(of: group)?.logStart ?? -1)
        } done: { [self] logStart in
            open -= 1
            response.responses[place.0].partitionResponses[place.1].logStartOffset = logStart
            if open == 0 { finish() }
        }
    }

    private func settle(_ topic: Int, _ partition: Int, _ code: ErrorCode) {
        response.responses[topic].partitionResponses[partition].errorCode = code
    }

    private func settle(_ topic: Int, _ partition: Int, _ error: RecordsError) {
        settle(topic, partition, ErrorCode(error))
        response.responses[topic].partitionResponses[partition].errorMessage = error.message
        response.responses[topic].partitionResponses[partition].recordErrors = error.faults.map { fault in
            .with {
                $0.batchIndex = fault.index
                $0.batchIndexErrorMessage = fault.message
            }
        }
    }

    /// KIP-951: a client asked the wrong node; here is the right one.
    private func nameLeader(of group: GroupID, at place: (Int, Int)) {
        guard request.version >= 10, let leader = core.shared.leaders.leader(of: group),
            let endpoint = core.metadata.nodes[leader.node]?.endpoint(listener: request.connection.listener.rawValue)
        else { return }
        response.responses[place.0].partitionResponses[place.1].currentLeader = .with {
            $0.leaderId = leader.node.rawValue
            $0.leaderEpoch = leader.term.leaderEpoch
        }
        guard nodesNamed.insert(leader.node).inserted else { return }
        response.nodeEndpoints.append(
            .with {
                $0.nodeId = leader.node.rawValue
                $0.host = endpoint.host
                $0.port = Int32(endpoint.port)
                $0.rack = core.metadata.nodes[leader.node]?.rack
            })
    }

    /// The client's time is up: what is not known yet is told as such. The writes may still commit.
    private func timeOut() {
        guard !isDone else { return }
        for topic in response.responses.indices {
            for partition in response.responses[topic].partitionResponses.indices {
                let known = response.responses[topic].partitionResponses[partition]
                if known.baseOffset == -1, known.errorCode == .none { settle(topic, partition, .requestTimedOut) }
            }
        }
        finish()
    }

    private func finish() {
        guard !isDone else { return }
        isDone = true
        if let timer { core.timers.cancel(timer) }
        if acks != 0 { return request.respond(response) }
        let failed = response.responses.lazy.flatMap(\.partitionResponses).first { !$0.errorCode.isNone }
        guard let failed else { return request.respondNothing() }
        request.connection.close(
            .server("a produce request with acks=0 failed with \(failed.errorCode); closing is the only way to tell"))
    }
}
