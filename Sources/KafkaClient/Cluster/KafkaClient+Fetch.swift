import KafkaMessages
import KafkaProtocol
import NIOCore

extension KafkaClient {
    /// What partitions have from given offsets on: one request to each leader, all at the same time.
    ///
    /// - Parameters:
    ///   - offsets: by partition.
    ///   - wait: how long a node may wait for the first byte.
    ///   - bytesMax: of each answer; a first batch that is larger comes all the same.
    /// - Returns: by partition. One whose leader could not be asked just now is left out; a failure is final.
    public func fetch(
        _ topic: String, from offsets: [Int32: Int64], wait: Duration = .milliseconds(500), bytesMax: Int32 = 8 << 20
    ) async throws(KafkaClientError) -> [Int32: Result<FetchedRecords, KafkaClientError>] {
        try await retryingAdmin { () async throws(KafkaClientError) in
            var byLeader: [Int32: [Int32]] = [:]
            var view: ClusterView.Topic?
            for partition in offsets.keys.sorted() {
                let (found, leader) = try await self.leader(of: topic, partition)
                view = found
                byLeader[leader, default: []].append(partition)
            }
            guard let view else { return [:] }
            let requests = byLeader.map { leader, partitions in
                (leader, Self.fetchRequest(view, partitions.map { ($0, offsets[$0] ?? 0) }, wait: wait, bytesMax: bytesMax))
            }
            let timeout = self.options.requestTimeout + wait
            let answers = await withTaskGroup(of: Result<FetchResponse, KafkaClientError>.self) { group in
                for (leader, request) in requests {
                    group.addTask {
                        do throws(KafkaClientError) {
                            return .success(try await self.send(request, to: .node(leader), timeout: timeout))
                        } catch {
                            return .failure(error)
                        }
                    }
                }
                var answers: [Result<FetchResponse, KafkaClientError>] = []
                for await answer in group { answers.append(answer) }
                return answers
            }
            return try self.collect(answers, topic)
        }
    }

    private static func fetchRequest(
        _ topic: ClusterView.Topic, _ partitions: [(index: Int32, offset: Int64)], wait: Duration, bytesMax: Int32
    ) -> FetchRequest {
        FetchRequest.with { request in
            request.maxWaitMs = Int32(clamping: wait.wholeMilliseconds)
            request.minBytes = 1
            request.maxBytes = bytesMax
            request.topics = [
                .with { data in
                    data.topic = topic.name
                    data.topicId = topic.id
                    data.partitions = partitions.map { partition in
                        .with {
                            $0.partition = partition.index
                            $0.fetchOffset = partition.offset
                            $0.partitionMaxBytes = bytesMax
                        }
                    }
                }
            ]
        }
    }

    private func collect(
        _ answers: [Result<FetchResponse, KafkaClientError>], _ topic: String
    ) throws(KafkaClientError) -> [Int32: Result<FetchedRecords, KafkaClientError>] {
        var results: [Int32: Result<FetchedRecords, KafkaClientError>] = [:]
        var retriable: KafkaClientError?
        func note(_ error: KafkaClientError) throws(KafkaClientError) {
            guard error.isRetriable else { throw error }
            retriable = error
        }
        for answer in answers {
            switch answer {
            case .failure(let error): try note(error)
            case .success(let response) where !response.errorCode.isNone:
                try note(.refused(response.errorCode, about: "fetch from \(topic)", detail: nil))
            case .success(let response):
                for partition in response.responses.lazy.flatMap(\.partitions) {
                    let index = partition.partitionIndex
                    let error = KafkaClientError.refused(partition.errorCode, about: "partition \(index) of \(topic)", detail: nil)
                    if partition.errorCode.isNone {
                        results[index] = .success(
                            FetchedRecords(
                                bytes: partition.records?.buffer ?? ByteBuffer(), highWatermark: partition.highWatermark,
                                logStartOffset: partition.logStartOffset))
                    } else if error.isRetriable {
                        retriable = error
                    } else {
                        results[index] = .failure(error)
                    }
                }
            }
        }
        if let retriable {
            doubtView()
            if results.isEmpty { throw retriable }
        }
        return results
    }
}
