// Made by schema-compiler from Schemas/DeleteTopics.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Deletes topics, by name or id.
///
/// Request, v0 to v6, flexible from v4 on.
public struct DeleteTopicsRequest: RequestMessage {
    public typealias Response = DeleteTopicsResponse
    public static let apiKey = ApiKey.deleteTopics
    public static let versions: ClosedRange<Int16> = 0...6
    public static let firstFlexibleVersion: Int16 = 4

    /// v6+.
    public var topics: [DeleteTopicState] = []
    /// v0-5.
    public var topicNames: [String] = []
    /// All versions.
    public var timeoutMs: Int32 = 0

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 4
        if version >= 6 {
            let topicsCount = try reader.arrayCount(flexible, wireBytes: 18, memoryBytes: MemoryLayout<DeleteTopicState>.stride)
            self.topics.reserveCapacity(topicsCount)
            for _ in 0..<topicsCount { self.topics.append(try DeleteTopicState(from: &reader, version: version)) }
        }
        if version <= 5 { self.topicNames = try reader.strings(flexible) }
        self.timeoutMs = try reader.int32()
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 4
        if version >= 6 {
            writer.arrayCount(self.topics.count, flexible)
            for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
        }
        if version <= 5 { writer.strings(self.topicNames, flexible) }
        writer.int32(self.timeoutMs)
        if flexible { writer.noTags() }
    }
}

extension DeleteTopicsRequest {
    /// Within ``DeleteTopicsRequest``.
    public struct DeleteTopicState: WireStruct {
        /// v6+, may be null.
        public var name: String?
        /// v6+.
        public var topicId: KafkaUUID = .zero

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 4
            if version >= 6 { self.name = try reader.nullableString(flexible) }
            if version >= 6 { self.topicId = try reader.uuid() }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 4
            if version >= 6 { writer.nullableString(self.name, flexible) }
            if version >= 6 { writer.uuid(self.topicId) }
            if flexible { writer.noTags() }
        }
    }
}
