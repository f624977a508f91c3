// Made by schema-compiler from Schemas/DeleteTopics.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Deletes topics, by name or id.
///
/// Response, v0 to v6, flexible from v4 on.
public struct DeleteTopicsResponse: ResponseMessage {
    public static let apiKey = ApiKey.deleteTopics
    public static let versions: ClosedRange<Int16> = 0...6
    public static let firstFlexibleVersion: Int16 = 4

    /// v1+.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var responses: [DeletableTopicResult] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 4
        if version >= 1 { self.throttleTimeMs = try reader.int32() }
        let responsesCount = try reader.arrayCount(flexible, wireBytes: 4, memoryBytes: MemoryLayout<DeletableTopicResult>.stride)
        self.responses.reserveCapacity(responsesCount)
        for _ in 0..<responsesCount { self.responses.append(try DeletableTopicResult(from: &reader, version: version)) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 4
        if version >= 1 { writer.int32(self.throttleTimeMs) }
        writer.arrayCount(self.responses.count, flexible)
        for index in self.responses.indices { self.responses[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension DeleteTopicsResponse {
    /// Within ``DeleteTopicsResponse``.
    public struct DeletableTopicResult: WireStruct {
        /// All versions, may be null in v6+.
        public var name: String? = ""
        /// v6+.
        public var topicId: KafkaUUID = .zero
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// v5+, may be null.
        public var errorMessage: String?

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 4
            self.name = try reader.nullableString(flexible, nullable: version >= 6)
            if version >= 6 { self.topicId = try reader.uuid() }
            self.errorCode = try reader.errorCode()
            if version >= 5 { self.errorMessage = try reader.nullableString(flexible) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 4
            if version >= 6 {
                writer.nullableString(self.name, flexible)
            } else {
                writer.string(self.name ?? "", flexible)
            }
            if version >= 6 { writer.uuid(self.topicId) }
            writer.errorCode(self.errorCode)
            if version >= 5 { writer.nullableString(self.errorMessage, flexible) }
            if flexible { writer.noTags() }
        }
    }
}
