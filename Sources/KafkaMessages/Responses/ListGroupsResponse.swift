// Made by schema-compiler from Schemas/ListGroups.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Lists the groups a broker coordinates.
///
/// Response, v0 to v5, flexible from v3 on.
public struct ListGroupsResponse: ResponseMessage {
    public static let apiKey = ApiKey.listGroups
    public static let versions: ClosedRange<Int16> = 0...5
    public static let firstFlexibleVersion: Int16 = 3

    /// v1+.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var errorCode: ErrorCode = .none
    /// All versions.
    public var groups: [ListedGroup] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 3
        if version >= 1 { self.throttleTimeMs = try reader.int32() }
        self.errorCode = try reader.errorCode()
        let groupsCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<ListedGroup>.stride)
        self.groups.reserveCapacity(groupsCount)
        for _ in 0..<groupsCount { self.groups.append(try ListedGroup(from: &reader, version: version)) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 3
        if version >= 1 { writer.int32(self.throttleTimeMs) }
        writer.errorCode(self.errorCode)
        writer.arrayCount(self.groups.count, flexible)
        for index in self.groups.indices { self.groups[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension ListGroupsResponse {
    /// Within ``ListGroupsResponse``.
    public struct ListedGroup: WireStruct {
        /// All versions.
        public var groupId: String = ""
        /// All versions.
        public var protocolType: String = ""
        /// v4+.
        public var groupState: String = ""
        /// v5+.
        public var groupType: String = ""

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 3
            self.groupId = try reader.string(flexible)
            self.protocolType = try reader.string(flexible)
            if version >= 4 { self.groupState = try reader.string(flexible) }
            if version >= 5 { self.groupType = try reader.string(flexible) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 3
            writer.string(self.groupId, flexible)
            writer.string(self.protocolType, flexible)
            if version >= 4 { writer.string(self.groupState, flexible) }
            if version >= 5 { writer.string(self.groupType, flexible) }
            if flexible { writer.noTags() }
        }
    }
}
