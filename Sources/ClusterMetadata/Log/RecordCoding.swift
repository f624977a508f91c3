import Environment
import KafkaProtocol

// How the records that stand in commands and in the image are written.

extension MetadataWriter {
    mutating func node(_ node: NodeRecord) {
        int(node.id.rawValue)
        int(node.directory)
        optionalText(node.rack)
        list(node.endpoints) {
            $0.text($1.listener)
            $0.text($1.host)
            $0.int($1.port)
        }
    }

    mutating func topic(_ topic: TopicRecord) {
        text(topic.name)
        uuid(topic.id)
        list(topic.partitions) { $0.partition($1) }
        settings(topic.configs)
    }

    mutating func partition(_ partition: PartitionRecord) {
        int(partition.group.rawValue)
        list(partition.replicas) { $0.int($1.rawValue) }
    }

    mutating func change(_ change: ConfigChange) {
        text(change.name)
        optionalText(change.value)
    }
}

extension MetadataReader {
    mutating func node() throws(MetadataCodingError) -> NodeRecord {
        let id = NodeID(try int())
        let directory: UInt64 = try int()
        let rack = try optionalText()
        let endpoints = try list { (reader: inout MetadataReader) throws(MetadataCodingError) in
            Endpoint(listener: try reader.text(), host: try reader.text(), port: try reader.int())
        }
        return NodeRecord(id: id, directory: directory, rack: rack, endpoints: endpoints)
    }

    mutating func topic() throws(MetadataCodingError) -> TopicRecord {
        TopicRecord(name: try text(), id: try uuid(), partitions: try partitions(), configs: try settings())
    }

    mutating func partitions() throws(MetadataCodingError) -> [PartitionRecord] {
        try list { (reader: inout MetadataReader) throws(MetadataCodingError) in
            PartitionRecord(
                group: GroupID(try reader.int()),
                replicas: try reader.list { (reader: inout MetadataReader) throws(MetadataCodingError) in NodeID(try reader.int()) })
        }
    }

    mutating func changes() throws(MetadataCodingError) -> [ConfigChange] {
        try list { (reader: inout MetadataReader) throws(MetadataCodingError) in
            ConfigChange(name: try reader.text(), value: try reader.optionalText())
        }
    }
}
