// Made by schema-compiler from Schemas/DescribeAcls.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Lists access rules.
///
/// Response, v0 to v3, flexible from v2 on.
public struct DescribeAclsResponse: ResponseMessage {
    public static let apiKey = ApiKey.describeAcls
    public static let versions: ClosedRange<Int16> = 0...3
    public static let firstFlexibleVersion: Int16 = 2

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var errorCode: ErrorCode = .none
    /// All versions, may be null.
    public var errorMessage: String? = ""
    /// All versions.
    public var resources: [DescribeAclsResource] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 2
        self.throttleTimeMs = try reader.int32()
        self.errorCode = try reader.errorCode()
        self.errorMessage = try reader.nullableString(flexible)
        let resourcesCount = try reader.arrayCount(flexible, wireBytes: 5, memoryBytes: MemoryLayout<DescribeAclsResource>.stride)
        self.resources.reserveCapacity(resourcesCount)
        for _ in 0..<resourcesCount { self.resources.append(try DescribeAclsResource(from: &reader, version: version)) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 2
        writer.int32(self.throttleTimeMs)
        writer.errorCode(self.errorCode)
        writer.nullableString(self.errorMessage, flexible)
        writer.arrayCount(self.resources.count, flexible)
        for index in self.resources.indices { self.resources[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension DescribeAclsResponse {
    /// Within ``DescribeAclsResponse``.
    public struct DescribeAclsResource: WireStruct {
        /// All versions.
        public var resourceType: Int8 = 0
        /// All versions.
        public var resourceName: String = ""
        /// v1+.
        public var patternType: Int8 = 3
        /// All versions.
        public var acls: [AclDescription] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 2
            self.resourceType = try reader.int8()
            self.resourceName = try reader.string(flexible)
            if version >= 1 { self.patternType = try reader.int8() }
            let aclsCount = try reader.arrayCount(flexible, wireBytes: 5, memoryBytes: MemoryLayout<AclDescription>.stride)
            self.acls.reserveCapacity(aclsCount)
            for _ in 0..<aclsCount { self.acls.append(try AclDescription(from: &reader, version: version)) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 2
            writer.int8(self.resourceType)
            writer.string(self.resourceName, flexible)
            if version >= 1 { writer.int8(self.patternType) }
            writer.arrayCount(self.acls.count, flexible)
            for index in self.acls.indices { self.acls[index].write(to: &writer, version: version) }
            if flexible { writer.noTags() }
        }
    }
}

extension DescribeAclsResponse {
    /// Within ``DescribeAclsResponse``.
    public struct AclDescription: WireStruct {
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
            self.principal = try reader.string(flexible)
            self.host = try reader.string(flexible)
            self.operation = try reader.int8()
            self.permissionType = try reader.int8()
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 2
            writer.string(self.principal, flexible)
            writer.string(self.host, flexible)
            writer.int8(self.operation)
            writer.int8(self.permissionType)
            if flexible { writer.noTags() }
        }
    }
}
