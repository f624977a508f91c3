// Made by schema-compiler from Schemas/DeleteGroups.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Deletes empty groups.
///
/// Response, v0 to v2, flexible from v2 on.
public struct DeleteGroupsResponse: ResponseMessage {
    public static let apiKey = ApiKey.deleteGroups
    public static let versions: ClosedRange<Int16> = 0...2
    public static let firstFlexibleVersion: Int16 = 2

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var results: [DeletableGroupResult] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 2
        self.throttleTimeMs = try reader.int32()
        let resultsCount = try reader.arrayCount(flexible, wireBytes: 4, memoryBytes: MemoryLayout<DeletableGroupResult>.stride)
        self.results.reserveCapacity(resultsCount)
        for _ in 0..<resultsCount { self.results.append(try DeletableGroupResult(from: &reader, version: version)) }
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

extension DeleteGroupsResponse {
    /// Within ``DeleteGroupsResponse``.
    public struct DeletableGroupResult: WireStruct {
        /// All versions.
        public var groupId: String = ""
        /// All versions.
        public var errorCode: ErrorCode = .none

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 2
            self.groupId = try reader.string(flexible)
            self.errorCode = try reader.errorCode()
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 2
            writer.string(self.groupId, flexible)
            writer.errorCode(self.errorCode)
            if flexible { writer.noTags() }
        }
    }
}
