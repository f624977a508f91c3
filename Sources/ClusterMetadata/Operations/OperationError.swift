/// Why an operation on the cluster's metadata was refused, and what a client is told. The gateway turns it into a code of Kafka's.
public struct OperationError: Error, Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case invalidTopicName
        case topicExists
        case unknownTopic
        case unknownTopicID
        case invalidPartitions
        case invalidReplicationFactor
        case invalidAssignment
        case invalidConfig
        case invalidRequest
        /// `delete.topic.enable` is false.
        case deletionDisabled
        /// More than a limit of the cluster allows.
        case limitExceeded
    }

    public var kind: Kind
    public var message: String?

    public init(_ kind: Kind, _ message: String? = nil) {
        self.kind = kind
        self.message = message
    }
}
