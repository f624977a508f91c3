import ClusterMetadata
import Environment
import KafkaMessages
import KafkaProtocol

/// CreatePartitions, v0-v3.
///
/// - v2: flexible. v3: as v2.
///
/// Answers when the new partitions have leaders, at the latest after the request's timeout.
enum CreatePartitionsHandler: RequestHandler {
    static let versions: ClosedRange<Int16> = 0...3

    static func handle(_ message: CreatePartitionsRequest, _ request: Request, on core: GatewayCore) {
        let times = Dictionary(message.topics.map { ($0.name, 1) }, uniquingKeysWith: +)
        let repeated = times.filter { $0.value > 1 }.keys.sorted()
        let wanted = message.topics.filter { times[$0.name] == 1 }.map { topic in
            PartitionIncrease(
                topic: topic.name, count: topic.count, assignments: topic.assignments.map { $0.map { $0.brokerIds.map { NodeID($0) } } })
        }
        let (limits, validateOnly) = (core.shared.limits.metadata, message.validateOnly)
        core.onController({ image in image.createPartitions(wanted, limits: limits, validateOnly: validateOnly) }) { result in
            var response = CreatePartitionsResponse()
            var groups: [GroupID] = []
            switch result {
            case .failure(let error):
                response.results = wanted.map { Self.result($0.topic, ErrorCode(error), nil) }
            case .success(let outcomes):
                response.results = zip(wanted, outcomes).map { increase, outcome in
                    switch outcome {
                    case .success(let partitions):
                        groups += partitions.map(\.group)
                        return .with { $0.name = increase.topic }
                    case .failure(let error): return Self.result(increase.topic, ErrorCode(error.kind), error.message)
                    }
                }
            }
            response.results += repeated.map { Self.result($0, .invalidRequest, "the request names the topic '\($0)' more than once") }
            guard !validateOnly else { return request.respond(response) }
            core.whenLed(groups, within: core.leaderWait(message.timeoutMs)) { request.respond(response) }
        }
    }

    private static func result(
        _ name: String, _ code: ErrorCode, _ message: String?
    ) -> CreatePartitionsResponse.CreatePartitionsTopicResult {
        .with {
            $0.name = name
            $0.errorCode = code
            $0.errorMessage = message ?? code.message
        }
    }
}
