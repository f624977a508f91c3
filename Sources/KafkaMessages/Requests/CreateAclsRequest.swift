// Made by schema-compiler from Schemas/CreateAcls.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Creates access rules.
///
/// Request, v0 to v3, flexible from v2 on.
public struct CreateAclsRequest: RequestMessage {
    public typealias Response = CreateAclsResponse
    public static let apiKey = ApiKey.createAcls
    public static let versions: ClosedRange<Int16> = 0...3
    public static let firstFlexibleVersion: Int16 = 2

    /// All versions.
    public var creations: [AclCreation] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 2
        let creationsCount = try reader.arrayCount(flexible, wireBytes: 8, memoryBytes: MemoryLayout<AclCreation>.stride)
        self.creations.reserveCapacity(creationsCount)
        for _ in 0..<creationsCount { self.creations.append(try AclCreation(from: &reader, version: version)) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 2
        writer.arrayCount(self.creations.count, flexible)
        for index in self.creations.indices { self.creations[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension CreateAclsRequest {
    /// Within ``CreateAclsRequest``.
    public struct AclCreation: WireStruct {
        /// All versions.
        public var resourceType: Int8 = 0
        /// All versions.
        public var resourceName: String = ""
        /// v1+.
        public var resourcePatternType: Int8 = 3
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
            self.resourceType = try reader.int8()
            self.resourceName = try reader.string(flexible)
            if version >= 1 { self.resourcePatternType = try reader.int8() }
            self.principal = try reader.string(flexible)
            self.host = try reader.string(flexible)
            self.operation = try reader.int8()
            self.permissionType = try reader.int8()
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 2
            writer.int8(self.resourceType)
            writer.string(self.resourceName, flexible)
            if version >= 1 { writer.int8(self.resourcePatternType) }
            writer.string(self.principal, flexible)
            writer.string(self.host, flexible)
            writer.int8(self.operation)
            writer.int8(self.permissionType)
            if flexible { writer.noTags() }
        }
    }
}
