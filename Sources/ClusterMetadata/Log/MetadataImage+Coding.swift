import Environment
import KafkaProtocol
public import NIOCore

extension MetadataImage {
    private static let formatVersion: Int16 = 1

    /// The image as it stands in a checkpoint. Equal images give equal bytes: everything goes in order.
    public var encoded: ByteBuffer {
        var writer = MetadataWriter()
        writer.int(Self.formatVersion)
        writer.uuid(clusterID)
        writer.list(nodesInOrder) { $0.node($1) }
        writer.list(topicNamesInOrder) { writer, name in
            if let topic = topics[name] { writer.topic(topic) }
        }
        writer.list(brokerConfigs.sorted { $0.key < $1.key }) {
            $0.int($1.key.rawValue)
            $0.settings($1.value)
        }
        writer.list(groupConfigs.sorted { $0.key < $1.key }) {
            $0.text($1.key)
            $0.settings($1.value)
        }
        writer.int(nextGroup.rawValue)
        writer.int(nextProducerID)
        writer.int(version)
        return writer.buffer
    }

    public init(decoding bytes: ByteBuffer) throws(MetadataCodingError) {
        var reader = MetadataReader(buffer: bytes)
        let format: Int16 = try reader.int()
        guard format == Self.formatVersion else {
            throw MetadataCodingError(description: "metadata checkpoint of format \(format): written by a newer Martlet; upgrade this node")
        }
        self.init()
        replay(.formCluster(id: try reader.uuid()))
        for node in try reader.list({ (reader: inout MetadataReader) throws(MetadataCodingError) in try reader.node() }) {
            replay(.registerNode(node))
        }
        for topic in try reader.list({ (reader: inout MetadataReader) throws(MetadataCodingError) in try reader.topic() }) {
            replay(.createTopic(topic))
        }
        let configs = try reader.list { (reader: inout MetadataReader) throws(MetadataCodingError) in
            (NodeID(try reader.int()), try reader.settings())
        }
        for (node, settings) in configs { brokerConfigs[node] = settings }
        let groups = try reader.list { (reader: inout MetadataReader) throws(MetadataCodingError) in
            (try reader.text(), try reader.settings())
        }
        for (group, settings) in groups { groupConfigs[group] = settings }
        nextGroup = GroupID(try reader.int())
        nextProducerID = try reader.int()
        version = try reader.int()
    }
}
