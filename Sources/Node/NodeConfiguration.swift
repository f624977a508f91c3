public import ClusterMetadata
public import Environment

/// What a node is told at its start.
public struct NodeConfiguration: Sendable {
    /// `node.id`
    public var id = NodeID(1)
    /// `broker.rack`
    public var rack: String?
    /// Where clients reach this node, by listener.
    public var endpoints: [Endpoint] = []
    /// Broker settings under Kafka's names, validated.
    public var settings: [String: String] = [:]
    public var limits = Limits()
    /// The voters of a new cluster's metadata group; nil: this node alone.
    public var firstVoters: [VoterID]?
    /// The identity of a new data directory; nil: drawn by chance.
    public var newDirectoryID: UInt64?
    /// A known fault, for tests.
    public var mutant: Mutant?

    public init() {}
}
