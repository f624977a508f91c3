// Made by schema-compiler from Schemas/CreateAcls.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Creates access rules.
///
/// Response, v0 to v3, flexible from v2 on.
public struct CreateAclsResponse: ResponseMessage {
    public static let apiKey = ApiKey.createAcls
    public static let versions: ClosedRange<Int16> = 0...3
    public static let firstFlexibleVersion: Int16 = 2

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var results: [AclCreationResult] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 2
        self.throttleTimeMs = try reader.int32()
        let resultsCount = try reader.arrayCount(flexible, wireBytes: 4, memoryBytes: MemoryLayout<AclCreationResult>.stride)
        self.results.reserveCapacity(resultsCount)
        for _ in 0..<resultsCount { self.results.append(try AclCreationResult(from: &reader, version: version)) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 2
        writer.int32(self.throttleTimeMs)
        writer.arrayCount(self.results.count, flexible)
        for index in self.results.indices { self.results[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension CreateAclsResponse {
    /// Within ``CreateAclsResponse``.
    public struct AclCreationResult: WireStruct {
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// All versions, may be null.
        public var errorMessage: String? = ""

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 2
            self.errorCode = try reader.errorCode()
            self.errorMessage = try reader.nullableString(flexible)
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 2
            writer.errorCode(self.errorCode)
            writer.nullableString(self.errorMessage, flexible)
            if flexible { writer.noTags() }
        }
    }
}
