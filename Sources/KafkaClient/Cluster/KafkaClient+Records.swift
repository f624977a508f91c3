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

    /// A topic and the leader of one of its partitions, from what is known if that will do.
    func leader(of name: String, _ index: Int32) async throws(KafkaClientError) -> (ClusterView.Topic, Int32) {
        let topic = try await recentTopic(name)
        guard let partition = topic.partitions.first(where: { $0.index == index }) else {
            throw .refused(
                .unknownTopicOrPartition, about: "partition \(index) of \(name)",
                detail: "the topic has \(topic.partitions.count) partitions")
        }
        guard partition.leader >= 0 else { throw .refused(.leaderNotAvailable, about: "partition \(index) of \(name)", detail: nil) }
        return (topic, partition.leader)
    }
}
