// Made by schema-compiler from Schemas/Metadata.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells brokers, topics, partitions and their leaders.
///
/// Request, v0 to v13, flexible from v9 on.
public struct MetadataRequest: RequestMessage {
    public typealias Response = MetadataResponse
    public static let apiKey = ApiKey.metadata
    public static let versions: ClosedRange<Int16> = 0...13
    public static let firstFlexibleVersion: Int16 = 9

    /// All versions, may be null in v1+.
    public var topics: [MetadataRequestTopic]? = []
    /// v4+.
    public var allowAutoTopicCreation: Bool = true
    /// v8-10.
    public var includeClusterAuthorizedOperations: Bool = false
    /// v8+.
    public var includeTopicAuthorizedOperations: Bool = false

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 9
        if let count = try reader.nullableArrayCount(
            flexible, nullable: version >= 1, wireBytes: 2, memoryBytes: MemoryLayout<MetadataRequestTopic>.stride
        ) {
            var elements: [MetadataRequestTopic] = []
            elements.reserveCapacity(count)
            for _ in 0..<count { elements.append(try MetadataRequestTopic(from: &reader, version: version)) }
            self.topics = elements
        } else {
            self.topics = nil
        }
        if version >= 4 { self.allowAutoTopicCreation = try reader.bool() }
        if version >= 8 && version <= 10 { self.includeClusterAuthorizedOperations = try reader.bool() }
        if version >= 8 { self.includeTopicAuthorizedOperations = try reader.bool() }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 9
        if let elements = self.topics {
            writer.arrayCount(elements.count, flexible)
            for index in elements.indices { elements[index].write(to: &writer, version: version) }
        } else if version >= 1 {
            writer.nullArray(flexible)
        } else {
            writer.arrayCount(0, flexible)
        }
        if version >= 4 { writer.bool(self.allowAutoTopicCreation) }
        if version >= 8 && version <= 10 { writer.bool(self.includeClusterAuthorizedOperations) }
        if version >= 8 { writer.bool(self.includeTopicAuthorizedOperations) }
        if flexible { writer.noTags() }
    }
}

extension MetadataRequest {
    /// Within ``MetadataRequest``.
    public struct MetadataRequestTopic: WireStruct {
        /// v10+.
        public var topicId: KafkaUUID = .zero
        /// All versions, may be null in v10+.
        public var name: String? = ""

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 9
            if version >= 10 { self.topicId = try reader.uuid() }
            self.name = try reader.nullableString(flexible, nullable: version >= 10)
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 9
            if version >= 10 { writer.uuid(self.topicId) }
            if version >= 10 {
                writer.nullableString(self.name, flexible)
            } else {
                writer.string(self.name ?? "", flexible)
            }
            if flexible { writer.noTags() }
        }
    }
}
