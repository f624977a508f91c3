// Made by schema-compiler from Schemas/IncrementalAlterConfigs.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Changes single configuration entries of resources (KIP-339).
///
/// Response, v0 to v1, flexible from v1 on.
public struct IncrementalAlterConfigsResponse: ResponseMessage {
    public static let apiKey = ApiKey.incrementalAlterConfigs
    public static let versions: ClosedRange<Int16> = 0...1
    public static let firstFlexibleVersion: Int16 = 1

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var responses: [AlterConfigsResourceResponse] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 1
        self.throttleTimeMs = try reader.int32()
        let responsesCount = try reader.arrayCount(flexible, wireBytes: 6, memoryBytes: MemoryLayout<AlterConfigsResourceResponse>.stride)
        self.responses.reserveCapacity(responsesCount)
        for _ in 0..<responsesCount { self.responses.append(try AlterConfigsResourceResponse(from: &reader, version: version)) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 1
        writer.int32(self.throttleTimeMs)
        writer.arrayCount(self.responses.count, flexible)
        for index in self.responses.indices { self.responses[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension IncrementalAlterConfigsResponse {
    /// Within ``IncrementalAlterConfigsResponse``.
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
            let flexible = version >= 1
            self.errorCode = try reader.errorCode()
            self.errorMessage = try reader.nullableString(flexible)
            self.resourceType = try reader.int8()
            self.resourceName = try reader.string(flexible)
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 1
            writer.errorCode(self.errorCode)
            writer.nullableString(self.errorMessage, flexible)
            writer.int8(self.resourceType)
            writer.string(self.resourceName, flexible)
            if flexible { writer.noTags() }
        }
    }
}
