// Made by schema-compiler from Schemas/AlterConfigs.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Replaces the configuration of resources; superseded by IncrementalAlterConfigs.
///
/// Response, v0 to v2, flexible from v2 on.
public struct AlterConfigsResponse: ResponseMessage {
    public static let apiKey = ApiKey.alterConfigs
    public static let versions: ClosedRange<Int16> = 0...2
    public static let firstFlexibleVersion: Int16 = 2

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var responses: [AlterConfigsResourceResponse] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 2
        self.throttleTimeMs = try reader.int32()
        let responsesCount = try reader.arrayCount(flexible, wireBytes: 6, memoryBytes: MemoryLayout<AlterConfigsResourceResponse>.stride)
        self.responses.reserveCapacity(responsesCount)
        for _ in 0..<responsesCount { self.responses.append(try AlterConfigsResourceResponse(from: &reader, version: version)) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 2
        writer.int32(self.throttleTimeMs)
        writer.arrayCount(self.responses.count, flexible)
        for index in self.responses.indices { self.responses[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension AlterConfigsResponse {
    /// Within ``AlterConfigsResponse``.
    public struct AlterConfigsResourceResponse: WireStruct {
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// All versions, may be null.
        public var errorMessage: String? = ""
        /// All versions.
        public var resourceType: Int8 = 0
        /// All versions.
        public var resourceName: String = ""

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 2
            self.errorCode = try reader.errorCode()
            self.errorMessage = try reader.nullableString(flexible)
            self.resourceType = try reader.int8()
            self.resourceName = try reader.string(flexible)
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 2
            writer.errorCode(self.errorCode)
            writer.nullableString(self.errorMessage, flexible)
            writer.int8(self.resourceType)
            writer.string(self.resourceName, flexible)
            if flexible { writer.noTags() }
        }
    }
}
