import Environment
public import NIOCore

extension MetadataCommand {
    private static let version: UInt8 = 1

    private enum Kind: UInt8 {
        case formCluster = 1
        case registerNode, createTopic, deleteTopic, addPartitions, setTopicConfigs, setBrokerConfigs, allocateProducerIDs, setGroupConfigs
    }

    /// Kind, version, then the fields.
    public var encoded: ByteBuffer {
        var writer = MetadataWriter()
        func begin(_ kind: Kind) {
            writer.int(kind.rawValue)
            writer.int(Self.version)
        }
        switch self {
        case .formCluster(let id):
            begin(.formCluster)
            writer.uuid(id)
        case .registerNode(let node):
            begin(.registerNode)
            writer.node(node)
        case .createTopic(let topic):
            begin(.createTopic)
            writer.topic(topic)
        case .deleteTopic(let id):
            begin(.deleteTopic)
            writer.uuid(id)
        case .addPartitions(let topic, let partitions):
            begin(.addPartitions)
            writer.uuid(topic)
            writer.list(partitions) { $0.partition($1) }
        case .setTopicConfigs(let topic, let changes):
            begin(.setTopicConfigs)
            writer.uuid(topic)
            writer.list(changes) { $0.change($1) }
        case .setBrokerConfigs(let node, let changes):
            begin(.setBrokerConfigs)
            writer.int(node.rawValue)
            writer.list(changes) { $0.change($1) }
        case .setGroupConfigs(let group, let changes):
            begin(.setGroupConfigs)
            writer.text(group)
            writer.list(changes) { $0.change($1) }
        case .allocateProducerIDs(let node, let next):
            begin(.allocateProducerIDs)
            writer.int(node.rawValue)
            writer.int(next)
        }
        return writer.buffer
    }

    /// - Throws: on an unknown kind or version: written by a newer node; this one must stop.
    public init(decoding bytes: ByteBuffer) throws(MetadataCodingError) {
        var reader = MetadataReader(buffer: bytes)
        let rawKind: UInt8 = try reader.int()
        let version: UInt8 = try reader.int()
        guard let kind = Kind(rawValue: rawKind), version == Self.version else {
            throw MetadataCodingError(
                description: "metadata record of kind \(rawKind), version \(version): written by a newer Martlet; upgrade this node")
        }
        switch kind {
        case .formCluster: self = .formCluster(id: try reader.uuid())
        case .registerNode: self = .registerNode(try reader.node())
        case .createTopic: self = .createTopic(try reader.topic())
        case .deleteTopic: self = .deleteTopic(id: try reader.uuid())
        case .addPartitions: self = .addPartitions(topic: try reader.uuid(), try reader.partitions())
        case .setTopicConfigs: self = .setTopicConfigs(topic: try reader.uuid(), try reader.changes())
        case .setBrokerConfigs: self = .setBrokerConfigs(node: NodeID(try reader.int()), try reader.changes())
        case .setGroupConfigs: self = .setGroupConfigs(group: try reader.text(), try reader.changes())
        case .allocateProducerIDs: self = .allocateProducerIDs(node: NodeID(try reader.int()), next: try reader.int())
        }
    }
}
