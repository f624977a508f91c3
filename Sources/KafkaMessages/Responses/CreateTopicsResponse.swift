// Made by schema-compiler from Schemas/CreateTopics.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Creates topics.
///
/// Response, v0 to v7, flexible from v5 on.
public struct CreateTopicsResponse: ResponseMessage {
    public static let apiKey = ApiKey.createTopics
    public static let versions: ClosedRange<Int16> = 0...7
    public static let firstFlexibleVersion: Int16 = 5

    /// v2+.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var topics: [CreatableTopicResult] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 5
        if version >= 2 { self.throttleTimeMs = try reader.int32() }
        let topicsCount = try reader.arrayCount(flexible, wireBytes: 4, memoryBytes: MemoryLayout<CreatableTopicResult>.stride)
        self.topics.reserveCapacity(topicsCount)
        for _ in 0..<topicsCount { self.topics.append(try CreatableTopicResult(from: &reader, version: version)) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 5
        if version >= 2 { writer.int32(self.throttleTimeMs) }
        writer.arrayCount(self.topics.count, flexible)
        for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension CreateTopicsResponse {
    /// Within ``CreateTopicsResponse``.
    public struct CreatableTopicResult: WireStruct {
        /// All versions.
        public var name: String = ""
        /// v7+.
        public var topicId: KafkaUUID = .zero
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// v1+, may be null.
        public var errorMessage: String? = ""
        /// v5+, tag 0.
        public var topicConfigErrorCode: ErrorCode = .none
        /// v5+.
        public var numPartitions: Int32 = -1
        /// v5+.
        public var replicationFactor: Int16 = -1
        /// v5+, may be null.
        public var configs: [CreatableTopicConfigs]? = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 5
            self.name = try reader.string(flexible)
            if version >= 7 { self.topicId = try reader.uuid() }
            self.errorCode = try reader.errorCode()
            if version >= 1 { self.errorMessage = try reader.nullableString(flexible) }
            if version >= 5 { self.numPartitions = try reader.int32() }
            if version >= 5 { self.replicationFactor = try reader.int16() }
            if version >= 5 {
                if let count = try reader.nullableArrayCount(
                    flexible, wireBytes: 6, memoryBytes: MemoryLayout<CreatableTopicConfigs>.stride
                ) {
                    var elements: [CreatableTopicConfigs] = []
                    elements.reserveCapacity(count)
                    for _ in 0..<count { elements.append(try CreatableTopicConfigs(from: &reader, version: version)) }
                    self.configs = elements
                } else {
                    self.configs = nil
                }
            }
            if flexible {
                var tags = try reader.tagCount()
                while tags > 0 {
                    let tag = try reader.openTag()
                    switch tag.number {
                    case 0:
                        self.topicConfigErrorCode = try reader.errorCode()
                    default: reader.skipTag()
                    }
                    try reader.closeTag(tag)
                    tags -= 1
                }
            }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 5
            writer.string(self.name, flexible)
            if version >= 7 { writer.uuid(self.topicId) }
            writer.errorCode(self.errorCode)
            if version >= 1 { writer.nullableString(self.errorMessage, flexible) }
            if version >= 5 { writer.int32(self.numPartitions) }
            if version >= 5 { writer.int16(self.replicationFactor) }
            if version >= 5 {
                if let elements = self.configs {
                    writer.arrayCount(elements.count, flexible)
                    for index in elements.indices { elements[index].write(to: &writer, version: version) }
                } else {
                    writer.nullArray(flexible)
                }
            }
            if flexible {
                var tags: UInt32 = 0
                let hasTopicConfigErrorCode = version >= 5 && self.topicConfigErrorCode != .none
                if hasTopicConfigErrorCode { tags += 1 }
                writer.tagCount(tags)
                if hasTopicConfigErrorCode {
                    let mark = writer.beginTag(0)
                    writer.errorCode(self.topicConfigErrorCode)
                    writer.endTag(mark)
                }
            }
        }
    }
}

extension CreateTopicsResponse {
    /// Within ``CreateTopicsResponse``.
    public struct CreatableTopicConfigs: WireStruct {
        /// v5+.
        public var name: String = ""
        /// v5+, may be null.
        public var value: String? = ""
        /// v5+.
        public var readOnly: Bool = false
        /// v5+.
        public var configSource: Int8 = -1
        /// v5+.
        public var isSensitive: Bool = false

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 5
            if version >= 5 { self.name = try reader.string(flexible) }
            if version >= 5 { self.value = try reader.nullableString(flexible) }
            if version >= 5 { self.readOnly = try reader.bool() }
            if version >= 5 { self.configSource = try reader.int8() }
            if version >= 5 { self.isSensitive = try reader.bool() }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 5
            if version >= 5 { writer.string(self.name, flexible) }
            if version >= 5 { writer.nullableString(self.value, flexible) }
            if version >= 5 { writer.bool(self.readOnly) }
            if version >= 5 { writer.int8(self.configSource) }
            if version >= 5 { writer.bool(self.isSensitive) }
            if flexible { writer.noTags() }
        }
    }
}
