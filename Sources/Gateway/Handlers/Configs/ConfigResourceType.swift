import ClusterMetadata
import Environment
import KafkaProtocol

/// The kinds of things that have settings, as the protocol numbers them.
enum ConfigResourceType: Int8, CaseIterable {
    case topic = 2
    case broker = 4
    case brokerLogger = 8
    case clientMetrics = 16
    case group = 32
}

extension ConfigResource {
    /// What a request names, as far as it can be changed.
    /// - Throws: in Kafka's words of refusal, always ``OperationError/Kind/invalidRequest``.
    init(type: Int8, name: String) throws(OperationError) {
        switch ConfigResourceType(rawValue: type) {
        case .topic: self = .topic(name)
        case .group: self = .group(name)
        case .broker where name.isEmpty: self = .clusterDefaults
        case .broker:
            guard let id = Int32(name) else { throw OperationError(.invalidRequest, "'\(name)' is no number of a node") }
            self = .node(NodeID(id))
        case .brokerLogger:
            throw OperationError(.invalidRequest, "log levels of nodes are set at their start")
        case .clientMetrics:
            throw OperationError(.invalidRequest, "client metrics subscriptions are not served")
        case nil:
            throw OperationError(.invalidRequest, "resource type \(type) is unknown")
        }
    }
}
