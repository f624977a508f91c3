import ClusterMetadata
import Environment
import KafkaMessages
import KafkaProtocol

/// DeleteTopics, v0-v6.
///
/// - v1: throttle time. v4: flexible. v5: error messages.
/// - v6: topics by name or by id (KIP-516).
///
/// Answers when the deletion is committed: from then on nobody finds the topic. Its files go in the background.
enum DeleteTopicsHandler: RequestHandler {
    static let versions: ClosedRange<Int16> = 0...6

    private typealias TopicResult = DeleteTopicsResponse.DeletableTopicResult

    static func handle(_ message: DeleteTopicsRequest, _ request: Request, on core: GatewayCore) {
        let asked =
            request.version >= 6
            ? message.topics
            : message.topicNames.map { name in
                .with { $0.name = name }
            }
        guard core.shared.staticConfigs["delete.topic.enable"] != "false" else {
            let code: ErrorCode = request.version >= 3 ? .topicDeletionDisabled : .invalidRequest
            return respond(asked.map { failure($0, OperationError(.deletionDisabled), code) }, request)
        }
        let (selectors, refused) = select(asked, in: core.metadata)
        core.onController({ image in image.deleteTopics(selectors) }) { result in
            switch result {
            case .failure(let error): respond(selectors.map { failure($0, nil, ErrorCode(error)) } + refused, request)
            case .success(let outcomes):
                let results = zip(selectors, outcomes).map { selector, outcome -> TopicResult in
                    switch outcome {
                    case .success(let topic):
                        .with {
                            $0.name = topic.name
                            $0.topicId = topic.id
                        }
                    case .failure(let error): failure(selector, error, ErrorCode(error.kind))
                    }
                }
                respond(results + refused, request)
            }
        }
    }

    /// What can be asked of the controller, and the answers to what cannot: topics named in no way, in two ways, or more than once.
    private static func select(
        _ asked: [DeleteTopicsRequest.DeleteTopicState], in image: MetadataImage
    ) -> (selectors: [TopicSelector], refused: [TopicResult]) {
        var refused: [TopicResult] = []
        var named: [(selector: TopicSelector, topic: KafkaUUID?)] = []
        for topic in asked {
            switch (topic.name, topic.topicId.isZero) {
            case (let name?, true): named.append((.name(name), image.topics[name]?.id))
            case (nil, false): named.append((.id(topic.topicId), topic.topicId))
            case (nil, true):
                refused.append(failure(topic, OperationError(.invalidRequest, "neither name nor id was given"), .invalidRequest))
            case (_?, false):
                refused.append(failure(topic, OperationError(.invalidRequest, "name and id were both given"), .invalidRequest))
            }
        }
        let times = Dictionary(named.map { ($0.selector, 1) }, uniquingKeysWith: +)
        let timesByID = Dictionary(named.compactMap { entry in entry.topic.map { ($0, 1) } }, uniquingKeysWith: +)
        var selectors: [TopicSelector] = []
        var told: Set<TopicSelector> = []
        for (selector, topic) in named {
            let isAlone = times[selector] == 1 && topic.map { timesByID[$0] == 1 } ?? true
            guard !isAlone else {
                selectors.append(selector)
                continue
            }
            // One answer for all the times that a topic was named.
            let canonical = topic.map { TopicSelector.id($0) } ?? selector
            guard told.insert(canonical).inserted else { continue }
            let error = OperationError(.invalidRequest, "the request names the topic more than once")
            var result = failure(selector, error, .invalidRequest)
            // By name and by id: both are told.
            if let topic, times[selector] == 1 {
                result.topicId = topic
                result.name = image.topicNames[topic]
            }
            refused.append(result)
        }
        return (selectors, refused)
    }

    private static func failure(_ selector: TopicSelector, _ error: OperationError?, _ code: ErrorCode) -> TopicResult {
        .with {
            switch selector {
            case .name(let name): $0.name = name
            case .id(let id):
                $0.name = nil
                $0.topicId = id
            }
            $0.errorCode = code
            $0.errorMessage = error?.message ?? code.message
        }
    }

    private static func failure(
        _ topic: DeleteTopicsRequest.DeleteTopicState, _ error: OperationError, _ code: ErrorCode
    ) -> TopicResult {
        .with {
            $0.name = topic.name
            $0.topicId = topic.topicId
            $0.errorCode = code
            $0.errorMessage = error.message ?? code.message
        }
    }

    private static func respond(_ results: [TopicResult], _ request: Request) {
        request.respond(DeleteTopicsResponse.with { $0.responses = results })
    }
}
