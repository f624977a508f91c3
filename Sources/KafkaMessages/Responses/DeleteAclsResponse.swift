// Made by schema-compiler from Schemas/DeleteAcls.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Deletes access rules.
///
/// Response, v0 to v3, flexible from v2 on.
public struct DeleteAclsResponse: ResponseMessage {
    public static let apiKey = ApiKey.deleteAcls
    public static let versions: ClosedRange<Int16> = 0...3
    public static let firstFlexibleVersion: Int16 = 2

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var filterResults: [DeleteAclsFilterResult] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 2
        self.throttleTimeMs = try reader.int32()
        let filterResultsCount = try reader.arrayCount(flexible, wireBytes: 5, memoryBytes: MemoryLayout<DeleteAclsFilterResult>.stride)
        self.filterResults.reserveCapacity(filterResultsCount)
        for _ in 0..<filterResultsCount { self.filterResults.append(try DeleteAclsFilterResult(from: &reader, version: version)) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 2
        writer.int32(self.throttleTimeMs)
        writer.arrayCount(self.filterResults.count, flexible)
        for index in self.filterResults.indices { self.filterResults[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension DeleteAclsResponse {
    /// Within ``DeleteAclsResponse``.
    public struct DeleteAclsFilterResult: WireStruct {
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// All versions, may be null.
        public var errorMessage: String? = ""
        /// All versions.
        public var matchingAcls: [DeleteAclsMatchingAcl] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 2
            self.errorCode = try reader.errorCode()
            self.errorMessage = try reader.nullableString(flexible)
            let matchingAclsCount = try reader.arrayCount(flexible, wireBytes: 11, memoryBytes: MemoryLayout<DeleteAclsMatchingAcl>.stride)
            self.matchingAcls.reserveCapacity(matchingAclsCount)
            for _ in 0..<matchingAclsCount { self.matchingAcls.append(try DeleteAclsMatchingAcl(from: &reader, version: version)) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 2
            writer.errorCode(self.errorCode)
            writer.nullableString(self.errorMessage, flexible)
            writer.arrayCount(self.matchingAcls.count, flexible)
            for index in self.matchingAcls.indices { self.matchingAcls[index].write(to: &writer, version: version) }
            if flexible { writer.noTags() }
        }
    }
}

extension DeleteAclsResponse {
    /// Within ``DeleteAclsResponse``.
    public struct DeleteAclsMatchingAcl: WireStruct {
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// All versions, may be null.
        public var errorMessage: String? = ""
        /// All versions.
        public var resourceType: Int8 = 0
        /// All versions.
        public var resourceName: String = ""
        /// v1+.
        public var patternType: Int8 = 3
        /// All versions.
        public var principal: String = ""
        /// All versions.
        public var host: String = ""
        /// All versions.
        public var operation: Int8 = 0
        /// All versions.
        public var permissionType: Int8 = 0

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 2
            self.errorCode = try reader.errorCode()
            self.errorMessage = try reader.nullableString(flexible)
            self.resourceType = try reader.int8()
            self.resourceName = try reader.string(flexible)
            if version >= 1 { self.patternType = try reader.int8() }
            self.principal = try reader.string(flexible)
            self.host = try reader.string(flexible)
            self.operation = try reader.int8()
            self.permissionType = try reader.int8()
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 2
            writer.errorCode(self.errorCode)
            writer.nullableString(self.errorMessage, flexible)
            writer.int8(self.resourceType)
            writer.string(self.resourceName, flexible)
            if version >= 1 { writer.int8(self.patternType) }
            writer.string(self.principal, flexible)
            writer.string(self.host, flexible)
            writer.int8(self.operation)
            writer.int8(self.permissionType)
            if flexible { writer.noTags() }
        }
    }
}
