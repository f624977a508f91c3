// Made by schema-compiler from Schemas/DeleteAcls.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Deletes access rules.
///
/// Request, v0 to v3, flexible from v2 on.
public struct DeleteAclsRequest: RequestMessage {
    public typealias Response = DeleteAclsResponse
    public static let apiKey = ApiKey.deleteAcls
    public static let versions: ClosedRange<Int16> = 0...3
    public static let firstFlexibleVersion: Int16 = 2

    /// All versions.
    public var filters: [DeleteAclsFilter] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 2
        let filtersCount = try reader.arrayCount(flexible, wireBytes: 8, memoryBytes: MemoryLayout<DeleteAclsFilter>.stride)
        self.filters.reserveCapacity(filtersCount)
        for _ in 0..<filtersCount { self.filters.append(try DeleteAclsFilter(from: &reader, version: version)) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 2
        writer.arrayCount(self.filters.count, flexible)
        for index in self.filters.indices { self.filters[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension DeleteAclsRequest {
    /// Within ``DeleteAclsRequest``.
    public struct DeleteAclsFilter: WireStruct {
        /// All versions.
        public var resourceTypeFilter: Int8 = 0
        /// All versions, may be null.
        public var resourceNameFilter: String? = ""
        /// v1+.
        public var patternTypeFilter: Int8 = 3
        /// All versions, may be null.
        public var principalFilter: String? = ""
        /// All versions, may be null.
        public var hostFilter: String? = ""
        /// All versions.
        public var operation: Int8 = 0
        /// All versions.
        public var permissionType: Int8 = 0

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 2
            self.resourceTypeFilter = try reader.int8()
            self.resourceNameFilter = try reader.nullableString(flexible)
            if version >= 1 { self.patternTypeFilter = try reader.int8() }
            self.principalFilter = try reader.nullableString(flexible)
            self.hostFilter = try reader.nullableString(flexible)
            self.operation = try reader.int8()
            self.permissionType = try reader.int8()
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 2
            writer.int8(self.resourceTypeFilter)
            writer.nullableString(self.resourceNameFilter, flexible)
            if version >= 1 { writer.int8(self.patternTypeFilter) }
            writer.nullableString(self.principalFilter, flexible)
            writer.nullableString(self.hostFilter, flexible)
            writer.int8(self.operation)
            writer.int8(self.permissionType)
            if flexible { writer.noTags() }
        }
    }
}
