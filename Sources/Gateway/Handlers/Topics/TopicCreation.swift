import ClusterMetadata
import Environment
import KafkaProtocol

extension GatewayCore {
    /// Lets the controller make topics; `done` gets what became of each, in order.
    func createTopics(
        _ wanted: [NewTopic], validateOnly: Bool = false,
        done: @escaping (Result<[Result<TopicRecord, OperationError>], MetadataError>) -> Void
    ) {
        let (node, statics, limits) = (shared.node, shared.staticConfigs, shared.limits.metadata)
        onController(
            { image in
                let defaults = image.topicDefaults(node: node, staticConfigs: statics)
                return image.createTopics(wanted, defaults: defaults, limits: limits, validateOnly: validateOnly)
            }, done: done)
    }

    /// How long a request waits for its partitions' leaders, given its own timeout in milliseconds.
    func leaderWait(_ timeout: Int32) -> Duration { min(.milliseconds(Int64(max(0, timeout))), shared.limits.metadata.leaderWaitMax) }

    /// Makes the topics that a client asked for and that do not exist (`auto.create.topics.enable`), and calls `done` when they have leaders or the
    /// wait was long enough. Those that cannot be made stay unknown; `done` gets why.
    ///
    /// Of many that ask at once the controller lets the first make the topic; the others find it there.
    func autoCreate(_ names: [String], done: @escaping ([String: OperationError]) -> Void) {
        var random = environment.random(for: "topic ids")
        let wanted = names.map { NewTopic(name: $0, id: .random(using: &random)) }
        createTopics(wanted) { [weak self] result in
            guard let self else { return }
            var failures: [String: OperationError] = [:]
            var made: [String] = []
            switch result {
            case .failure(let error):
                environment.log(.warning, "topics \(names.joined(separator: ", ")) could not be made: \(error)")
            case .success(let outcomes):
                for (topic, outcome) in zip(wanted, outcomes) {
                    switch outcome {
                    case .success: made.append(topic.name)
                    case .failure(let error) where error.kind == .topicExists: made.append(topic.name)
                    case .failure(let error):
                        environment.log(.warning, "topic \(topic.name) could not be made: \(error.message ?? "\(error.kind)")")
                        failures[topic.name] = error
                    }
                }
            }
            let image = metadata
            let groups = made.flatMap { image.topics[$0]?.partitions.map(\.group) ?? [] }
            whenLed(groups, within: shared.limits.metadata.leaderWaitMax) { done(failures) }
        }
    }

    /// Whether a client may have the topic made by asking for it.
    func mayAutoCreate(_ name: String) -> Bool { TopicName.problem(name) == nil && !TopicName.isInternal(name) }

    /// `auto.create.topics.enable`
    var autoCreatesTopics: Bool {
        metadata.brokerValue("auto.create.topics.enable", node: shared.node, staticConfigs: shared.staticConfigs) == "true"
    }
}
