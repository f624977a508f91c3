public import Environment

/// More partitions for a topic.
public struct PartitionIncrease: Sendable {
    public var topic: String
    /// How many there shall be in all.
    public var count: Int32
    /// The replicas of each new partition; nil: placed by ``ReplicaPlacement``.
    public var assignments: [[NodeID]]?

    public init(topic: String, count: Int32, assignments: [[NodeID]]?) {
        self.topic = topic
        self.count = count
        self.assignments = assignments
    }
}

extension MetadataImage {
    /// Decides on more partitions, each topic by itself. Later ones see the earlier ones.
    /// - Returns: for each, in order, the new partitions or why there are none.
    public func createPartitions(
        _ wanted: [PartitionIncrease], limits: MetadataLimits, validateOnly: Bool = false
    ) -> MetadataDecision<[Result<[PartitionRecord], OperationError>]> {
        var after = self
        var partitionsLeft = limits.partitionsPerRequestMax
        var commands: [MetadataCommand] = []
        let outcomes = wanted.map { increase -> Result<[PartitionRecord], OperationError> in
            do throws(OperationError) {
                let (command, partitions) = try after.command(for: increase, limits: limits, partitionsLeft: &partitionsLeft)
                after.replay(command)
                commands.append(command)
                return .success(partitions)
            } catch {
                return .failure(error)
            }
        }
        return MetadataDecision(validateOnly ? [] : commands, outcomes)
    }

    private func command(
        for increase: PartitionIncrease, limits: MetadataLimits, partitionsLeft: inout Int
    ) throws(OperationError) -> (MetadataCommand, [PartitionRecord]) {
        guard let topic = topics[increase.topic] else { throw OperationError(.unknownTopic, "there is no topic '\(increase.topic)'") }
        let now = topic.partitions.count
        let added = Int(increase.count) - now
        guard added > 0 else {
            throw OperationError(
                .invalidPartitions, "the topic '\(topic.name)' has \(now) partitions; \(increase.count) would not be more")
        }
        guard added <= partitionsLeft, partitionCount + added <= limits.partitionsMax else { throw tooMany(added, limits) }
        let factor = topic.partitions.first?.replicas.count ?? 1
        let replicas: [[NodeID]]
        if let assignments = increase.assignments {
            guard assignments.count == added else {
                throw OperationError(
                    .invalidAssignment, "\(added) more partitions need as many assignments; there are \(assignments.count)")
            }
            for assignment in assignments { try check(assignment, count: factor) }
            replicas = assignments
        } else {
            replicas = try place(added, replicationFactor: factor)
        }
        partitionsLeft -= added
        let partitions = replicas.enumerated().map { PartitionRecord(group: group(after: $0.offset), replicas: $0.element) }
        return (.addPartitions(topic: topic.id, partitions), partitions)
    }
}
