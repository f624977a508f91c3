public import Environment

extension MetadataImage {
    /// Decides on new topics, each by itself. Later ones see the earlier ones.
    ///
    /// - Parameter validateOnly: decide and answer, but change nothing.
    /// - Returns: for each topic, in order, what it became or why it did not.
    public func createTopics(
        _ wanted: [NewTopic], defaults: TopicDefaults, limits: MetadataLimits, validateOnly: Bool = false
    ) -> MetadataDecision<[Result<TopicRecord, OperationError>]> {
        var after = self
        var partitionsLeft = limits.partitionsPerRequestMax
        var commands: [MetadataCommand] = []
        let outcomes = wanted.map { topic -> Result<TopicRecord, OperationError> in
            do throws(OperationError) {
                let record = try after.record(of: topic, defaults: defaults, limits: limits, partitionsLeft: &partitionsLeft)
                let command = MetadataCommand.createTopic(record)
                after.replay(command)
                commands.append(command)
                return .success(record)
            } catch {
                return .failure(error)
            }
        }
        return MetadataDecision(validateOnly ? [] : commands, outcomes)
    }

    private func record(
        of topic: NewTopic, defaults: TopicDefaults, limits: MetadataLimits, partitionsLeft: inout Int
    ) throws(OperationError) -> TopicRecord {
        if let problem = TopicName.problem(topic.name) { throw OperationError(.invalidTopicName, problem) }
        guard !TopicName.isInternal(topic.name) else {
            throw OperationError(.invalidTopicName, "the topic name '\(topic.name)' is reserved")
        }
        guard topics[topic.name] == nil else { throw OperationError(.topicExists, "the topic '\(topic.name)' exists") }
        guard collisions[TopicName.collisionKey(topic.name)] == nil else {
            throw OperationError(
                .invalidTopicName,
                "the topic name '\(topic.name)' differs from an existing one only in '.' and '_', which would be one in metrics")
        }
        let replicas =
            topic.assignments.isEmpty
            ? try placed(topic, defaults: defaults, limits: limits, partitionsLeft: partitionsLeft) : try assigned(topic)
        guard replicas.count <= partitionsLeft, partitionCount + replicas.count <= limits.partitionsMax else {
            throw tooMany(replicas.count, limits)
        }
        partitionsLeft -= replicas.count
        let configs = try configs(of: topic)
        let partitions = replicas.enumerated().map { PartitionRecord(group: group(after: $0.offset), replicas: $0.element) }
        return TopicRecord(name: topic.name, id: topic.id, partitions: partitions, configs: configs)
    }

    /// The `position`-th group not used yet. Groups are 64 bits wide and given out one by one: they do not run out.
    func group(after position: Int) -> GroupID { GroupID(nextGroup.rawValue + UInt64(position)) }

    func tooMany(_ count: Int, _ limits: MetadataLimits) -> OperationError {
        OperationError(
            .limitExceeded,
            "\(count) more partitions are too many: a request may make \(limits.partitionsPerRequestMax), and the cluster, which has "
                + "\(partitionCount), may have \(limits.partitionsMax)")
    }

    // MARK: - Replicas

    private func placed(
        _ topic: NewTopic, defaults: TopicDefaults, limits: MetadataLimits, partitionsLeft: Int
    ) throws(OperationError) -> [[NodeID]] {
        guard topic.partitions == -1 || topic.partitions > 0 else {
            throw OperationError(.invalidPartitions, "\(topic.partitions) partitions: allowed is 1 or more, or -1 for the default")
        }
        guard topic.replicationFactor == -1 || topic.replicationFactor > 0 else {
            throw OperationError(
                .invalidReplicationFactor, "a replication factor of \(topic.replicationFactor): allowed is 1 or more, or -1 for the default"
            )
        }
        let count = Int(topic.partitions == -1 ? defaults.partitions : topic.partitions)
        let factor = Int(topic.replicationFactor == -1 ? defaults.replicationFactor : topic.replicationFactor)
        guard count <= partitionsLeft else { throw tooMany(count, limits) }
        return try place(count, replicationFactor: factor)
    }

    /// Replicas for `count` new partitions.
    func place(_ count: Int, replicationFactor: Int) throws(OperationError) -> [[NodeID]] {
        let placement = ReplicaPlacement(nodesInOrder)
        guard replicationFactor <= placement.nodeCount else {
            throw OperationError(
                .invalidReplicationFactor,
                "a replication factor of \(replicationFactor) needs as many nodes; the cluster has \(placement.nodeCount)")
        }
        // Counting on from the groups given out so far spreads small topics as evenly as large ones.
        let first = Int(nextGroup.rawValue - GroupID.firstPartition.rawValue)
        return (0..<count).map { placement.replicas(replicationFactor, position: first + $0) }
    }

    private func assigned(_ topic: NewTopic) throws(OperationError) -> [[NodeID]] {
        guard topic.partitions == -1, topic.replicationFactor == -1 else {
            throw OperationError(
                .invalidRequest, "with a manual assignment, the number of partitions and the replication factor must be -1")
        }
        var byPartition: [Int32: [NodeID]] = [:]
        for assignment in topic.assignments {
            guard byPartition.updateValue(assignment.replicas, forKey: assignment.partition) == nil else {
                throw OperationError(.invalidAssignment, "partition \(assignment.partition) is assigned twice")
            }
        }
        let ordered = (0..<topic.assignments.count).compactMap { byPartition[Int32($0)] }
        guard ordered.count == topic.assignments.count else {
            throw OperationError(.invalidAssignment, "the partitions assigned must be 0, 1, 2 and so on without gaps")
        }
        for replicas in ordered { try check(replicas, count: ordered[0].count) }
        return ordered
    }

    /// Replicas chosen by hand: nodes that exist, each once, as many as the other partitions have.
    func check(_ replicas: [NodeID], count: Int) throws(OperationError) {
        guard !replicas.isEmpty else { throw OperationError(.invalidAssignment, "a partition is assigned to no node") }
        guard replicas.count == count else {
            throw OperationError(
                .invalidAssignment, "partitions are assigned to \(count) and to \(replicas.count) nodes; they must have equally many")
        }
        var seen: Set<NodeID> = []
        for node in replicas {
            guard nodes[node] != nil else {
                throw OperationError(.invalidAssignment, "a partition is assigned to node \(node), which does not exist")
            }
            guard seen.insert(node).inserted else {
                throw OperationError(.invalidAssignment, "a partition is assigned to node \(node) twice")
            }
        }
    }

    // MARK: - Settings

    private func configs(of topic: NewTopic) throws(OperationError) -> [String: String] {
        var configs: [String: String] = [:]
        for change in topic.configs {
            guard let value = change.value else {
                throw OperationError(.invalidConfig, "\(change.name) has no value: leave it out to have its default")
            }
            guard configs[change.name] == nil else { throw OperationError(.invalidRequest, "\(change.name) is set twice") }
            configs[change.name] = try Self.valid { () throws(ConfigProblem) in try TopicConfigs.normalized(change.name, value) }
        }
        if let problem = TopicConfigs.problem(together: configs) { throw OperationError(.invalidConfig, problem.message) }
        return configs
    }

    static func valid<T>(_ body: () throws(ConfigProblem) -> T) throws(OperationError) -> T {
        do throws(ConfigProblem) {
            return try body()
        } catch {
            throw OperationError(.invalidConfig, error.message)
        }
    }
}
