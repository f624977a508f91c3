public import KafkaProtocol

/// A topic named in one of the two ways that requests have.
public enum TopicSelector: Hashable, Sendable {
    case name(String)
    case id(KafkaUUID)
}

extension MetadataImage {
    public func topic(_ selector: TopicSelector) -> TopicRecord? {
        switch selector {
        case .name(let name): topics[name]
        case .id(let id): topic(id: id)
        }
    }

    /// Decides on the end of topics, each by itself.
    /// - Returns: for each, in order, what it was or why it stays.
    public func deleteTopics(_ wanted: [TopicSelector]) -> MetadataDecision<[Result<TopicRecord, OperationError>]> {
        var commands: [MetadataCommand] = []
        let outcomes = wanted.map { selector -> Result<TopicRecord, OperationError> in
            guard let topic = topic(selector) else { return .failure(unknown(selector)) }
            commands.append(.deleteTopic(id: topic.id))
            return .success(topic)
        }
        return MetadataDecision(commands, outcomes)
    }

    private func unknown(_ selector: TopicSelector) -> OperationError {
        switch selector {
        case .name(let name): OperationError(.unknownTopic, "there is no topic '\(name)'")
        case .id(let id): OperationError(.unknownTopicID, "there is no topic of id \(id)")
        }
    }
}
