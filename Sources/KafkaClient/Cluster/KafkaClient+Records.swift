import KafkaMessages
import KafkaProtocol
public import NIOCore

/// Where records went.
public struct ProducedAt: Hashable, Sendable {
    public var partition: Int32
    /// Of the first record; -1 with acks = 0.
    public var baseOffset: Int64
    /// Milliseconds since the epoch; -1 if the producer's timestamps stand.
    public var logAppendTime: Int64
}

/// A stretch of a partition, as a leader gave it.
public struct FetchedRecords: Sendable {
    /// Whole batches or messages, the last perhaps cut.
    public var bytes: ByteBuffer
    public var highWatermark: Int64
    /// -1: the node is too old to tell.
    public var logStartOffset: Int64
}

/// A place in a partition to begin at.
public enum OffsetSpec: Hashable, Sendable {
    case earliest
    case latest
    /// The first record with this timestamp or a later one, in milliseconds since the epoch.
    case timestamp(Int64)
}

extension KafkaClient {
    /// Appends record batches to a partition.
    ///
    /// - Parameter acks: -1 for all replicas in sync, 1 for the leader, 0 for no answer.
    public func produce(
        _ records: ByteBuffer, to topic: String, partition: Int32, acks: Int16 = -1, timeout: Duration = .seconds(30)
    ) async throws(KafkaClientError) -> ProducedAt {
        try await retryingAdmin { () async throws(KafkaClientError) in
            let (view, leader) = try await self.leader(of: topic, partition)
            let request = ProduceRequest.with { request in
                request.acks = acks
                request.timeoutMs = Int32(clamping: timeout.wholeMilliseconds)
                request.topicData = [
                    .with { data in
                        data.name = topic
                        data.topicId = view.id
                        data.partitionData = [
                            .with {
                                $0.index = partition
                                $0.records = RecordData(records)
                            }
                        ]
                    }
                ]
            }
            if acks == 0 {
                try await self.connection(to: .node(leader)).sendWithoutAnswer(request)
                return ProducedAt(partition: partition, baseOffset: -1, logAppendTime: -1)
            }
            let response = try await self.send(request, to: .node(leader), timeout: timeout + .seconds(5))
            guard let answer = response.responses.first?.partitionResponses.first else {
                throw .badAnswer(from: "node \(leader)", to: .produce, .truncated)
            }
            try Self.check(answer.errorCode, "partition \(partition) of \(topic)", answer.errorMessage)
            return ProducedAt(partition: partition, baseOffset: answer.baseOffset, logAppendTime: answer.logAppendTimeMs)
        }
    }

    /// The offset of a place in a partition; -1 if no record is that young.
    public func offset(of spec: OffsetSpec, in topic: String, partition: Int32) async throws(KafkaClientError) -> Int64 {
        let timestamp: Int64 =
            switch spec {
            case .latest: -1
            case .earliest: -2
            case .timestamp(let time): time
            }
        return try await retryingAdmin { () async throws(KafkaClientError) in
            let (_, leader) = try await self.leader(of: topic, partition)
            let request = ListOffsetsRequest.with { request in
                request.replicaId = -1
                request.topics = [
                    .with { data in
                        data.name = topic
                        data.partitions = [
                            .with {
                                $0.partitionIndex = partition
                                $0.timestamp = timestamp
                            }
                        ]
                    }
                ]
            }
            let response = try await self.send(request, to: .node(leader))
            guard let answer = response.topics.first?.partitions.first else {
                throw .badAnswer(from: "node \(leader)", to: .listOffsets, .truncated)
            }
            try Self.check(answer.errorCode, "partition \(partition) of \(topic)", nil)
            // v0 has a list instead, the newest first.
            return answer.offset >= 0 ? answer.offset : answer.oldStyleOffsets.first ?? -1
        }
    }

    /// What a partition has from an offset on.
    ///
    /// - Parameters:
    ///   - wait: how long the node may wait for the first byte.
    ///   - bytesMax: of the answer; a first batch that is larger comes all the same.
    public func fetch(
        _ topic: String, partition: Int32, from offset: Int64, wait: Duration = .milliseconds(500), bytesMax: Int32 = 4 << 20
    ) async throws(KafkaClientError) -> FetchedRecords {
        try await retryingAdmin { () async throws(KafkaClientError) in
            let (view, leader) = try await self.leader(of: topic, partition)
            let request = FetchRequest.with { request in
                request.maxWaitMs = Int32(clamping: wait.wholeMilliseconds)
                request.minBytes = 1
                request.maxBytes = bytesMax
                request.topics = [
                    .with { data in
                        data.topic = topic
                        data.topicId = view.id
                        data.partitions = [
                            .with {
                                $0.partition = partition
                                $0.fetchOffset = offset
                                $0.partitionMaxBytes = bytesMax
                            }
                        ]
                    }
                ]
            }
            let response = try await self.send(request, to: .node(leader), timeout: self.options.requestTimeout + wait)
            try Self.check(response.errorCode, "fetch from \(topic)", nil)
            guard let answer = response.responses.first?.partitions.first else {
                throw .badAnswer(from: "node \(leader)", to: .fetch, .truncated)
            }
            try Self.check(answer.errorCode, "offset \(offset) of partition \(partition) of \(topic)", nil)
            return FetchedRecords(
                bytes: answer.records?.buffer ?? ByteBuffer(), highWatermark: answer.highWatermark, logStartOffset: answer.logStartOffset)
        }
    }

    /// A topic and the leader of one of its partitions, from what is known if that will do.
    private func leader(of name: String, _ index: Int32) async throws(KafkaClientError) -> (ClusterView.Topic, Int32) {
        var topic = knownTopic(name)
        if topic == nil { topic = try await self.topic(name) }
        guard let topic else { throw .refused(.unknownTopicOrPartition, about: "topic \(name)", detail: nil) }
        guard let partition = topic.partitions.first(where: { $0.index == index }) else {
            throw .refused(
                .unknownTopicOrPartition, about: "partition \(index) of \(name)",
                detail: "the topic has \(topic.partitions.count) partitions")
        }
        guard partition.leader >= 0 else { throw .refused(.leaderNotAvailable, about: "partition \(index) of \(name)", detail: nil) }
        return (topic, partition.leader)
    }
}
