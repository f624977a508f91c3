public import KafkaMessages
import KafkaProtocol

extension KafkaClient {
    /// Makes topics. Answers once the cluster has taken them; see ``waitForTopic(_:)`` for their leaders.
    ///
    /// - Parameter validateOnly: nothing is made, only checked.
    /// - Throws: the first refusal, after all were tried.
    public func createTopics(_ topics: [NewTopic], validateOnly: Bool = false) async throws(KafkaClientError) {
        let version = try await version(of: CreateTopicsRequest.self, at: .controller)
        if let version, version < 4, topics.contains(where: { $0.partitions == nil || $0.replicationFactor == nil }) {
            throw .invalid("this server is too old to choose the number of partitions and the replication factor: name both")
        }
        let request = CreateTopicsRequest.with { request in
            request.validateOnly = validateOnly
            request.timeoutMs = timeoutMilliseconds
            request.topics = topics.map { topic in
                .with {
                    $0.name = topic.name
                    $0.numPartitions = topic.partitions ?? -1
                    $0.replicationFactor = topic.replicationFactor ?? -1
                    $0.configs = topic.configs.map { change in
                        .with {
                            $0.name = change.key
                            $0.value = change.value
                        }
                    }
                }
            }
        }
        try await retrying { () async throws(KafkaClientError) in
            let response = try await self.send(request, to: .controller)
            for result in response.topics {
                try Self.check(result.errorCode, "topic \(result.name)", result.errorMessage)
            }
        }
    }

    /// Removes topics.
    ///
    /// - Throws: the first refusal, after all were tried.
    public func deleteTopics(_ names: [String]) async throws(KafkaClientError) {
        let request = DeleteTopicsRequest.with { request in
            request.topicNames = names
            request.topics = names.map { name in .with { $0.name = name } }
            request.timeoutMs = timeoutMilliseconds
        }
        try await retryingAdmin { () async throws(KafkaClientError) in
            let response = try await self.send(request, to: .controller)
            for result in response.responses {
                try Self.check(result.errorCode, "topic \(result.name ?? "\(result.topicId)")", result.errorMessage)
            }
        }
    }

    /// Raises a topic's number of partitions.
    public func createPartitions(_ topic: String, count: Int32) async throws(KafkaClientError) {
        let request = CreatePartitionsRequest.with { request in
            request.timeoutMs = timeoutMilliseconds
            request.topics = [
                .with {
                    $0.name = topic
                    $0.count = count
                    $0.assignments = nil
                }
            ]
        }
        try await retryingAdmin { () async throws(KafkaClientError) in
            let response = try await self.send(request, to: .controller)
            for result in response.results { try Self.check(result.errorCode, "topic \(result.name)", result.errorMessage) }
        }
    }

    /// Sets settings of a topic, and puts those without a value back to their defaults. The others stay.
    public func alterTopicConfigs(_ topic: String, _ changes: [ConfigChange]) async throws(KafkaClientError) {
        let request = IncrementalAlterConfigsRequest.with { request in
            request.resources = [
                .with { resource in
                    resource.resourceType = ConfigResource.topic
                    resource.resourceName = topic
                    resource.configs = changes.map { change in
                        .with {
                            $0.name = change.key
                            $0.value = change.value
                            // 0 sets, 1 deletes (KIP-339).
                            $0.configOperation = change.value == nil ? 1 : 0
                        }
                    }
                }
            ]
        }
        try await retryingAdmin { () async throws(KafkaClientError) in
            let response = try await self.send(request, to: .controller)
            for result in response.responses { try Self.check(result.errorCode, "topic \(result.resourceName)", result.errorMessage) }
        }
    }

    /// A topic's settings, defaults included.
    public func topicConfigs(_ topic: String) async throws(KafkaClientError) -> [DescribeConfigsResponse.DescribeConfigsResourceResult] {
        let request = DescribeConfigsRequest.with { request in
            request.resources = [
                .with {
                    $0.resourceType = ConfigResource.topic
                    $0.resourceName = topic
                    $0.configurationKeys = nil
                }
            ]
        }
        return try await retryingAdmin { () async throws(KafkaClientError) in
            let response = try await self.send(request, to: .any)
            guard let result = response.results.first else { throw .refused(.resourceNotFound, about: "topic \(topic)", detail: nil) }
            try Self.check(result.errorCode, "topic \(topic)", result.errorMessage)
            return result.configs.sorted { $0.name < $1.name }
        }
    }

    /// A topic as it is.
    ///
    /// - Throws: ``KafkaClientError/refused(_:about:detail:)`` with `UNKNOWN_TOPIC_OR_PARTITION` if there is none.
    public func topic(_ name: String) async throws(KafkaClientError) -> ClusterView.Topic {
        guard let topic = try await cluster(topics: [name]).topic(name) else {
            throw .refused(.unknownTopicOrPartition, about: "topic \(name)", detail: nil)
        }
        // A topic whose leaders are being chosen is a topic all the same.
        if topic.error != .leaderNotAvailable { try Self.check(topic.error, "topic \(name)", nil) }
        return topic
    }

    /// A topic once every partition of it has a leader.
    public func waitForTopic(_ name: String) async throws(KafkaClientError) -> ClusterView.Topic {
        try await retrying { () async throws(KafkaClientError) in
            let topic = try await self.topic(name)
            guard topic.isReady else { throw .refused(.leaderNotAvailable, about: "topic \(name)", detail: nil) }
            return topic
        }
    }

    /// The topic once it has leaders; made first if it is missing.
    public func ensureTopic(_ topic: NewTopic) async throws(KafkaClientError) -> ClusterView.Topic {
        do throws(KafkaClientError) {
            _ = try await self.topic(topic.name)
        } catch .refused(.unknownTopicOrPartition, _, _) {
            do throws(KafkaClientError) {
                try await createTopics([topic])
            } catch .refused(.topicAlreadyExists, _, _) {}
        }
        return try await waitForTopic(topic.name)
    }

    /// As ``retrying(_:)``; but that a topic is unknown is final where it is named by a person.
    func retryingAdmin<Value: Sendable>(
        _ attempt: () async throws(KafkaClientError) -> Value
    ) async throws(KafkaClientError) -> Value {
        var final: KafkaClientError?
        let value = try await retrying { () async throws(KafkaClientError) -> Value? in
            do throws(KafkaClientError) {
                return try await attempt()
            } catch .refused(.unknownTopicOrPartition, let about, let detail) {
                final = .refused(.unknownTopicOrPartition, about: about, detail: detail)
                return nil
            }
        }
        if let final { throw final }
        guard let value else { throw .invalid("no value and no error") }
        return value
    }

    static func check(_ code: ErrorCode, _ about: String, _ detail: String?) throws(KafkaClientError) {
        if !code.isNone { throw .refused(code, about: about, detail: detail) }
    }

    private nonisolated var timeoutMilliseconds: Int32 { Int32(clamping: options.requestTimeout.wholeMilliseconds) }
}

/// What a setting belongs to, by Kafka's numbers.
enum ConfigResource {
    static let topic: Int8 = 2
}
