// Made by schema-compiler from Schemas/DescribeGroups.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol
public import NIOCore

/// Tells state and members of classic groups.
///
/// Response, v0 to v6, flexible from v5 on.
public struct DescribeGroupsResponse: ResponseMessage {
    public static let apiKey = ApiKey.describeGroups
    public static let versions: ClosedRange<Int16> = 0...6
    public static let firstFlexibleVersion: Int16 = 5

    /// v1+.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var groups: [DescribedGroup] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 5
        if version >= 1 { self.throttleTimeMs = try reader.int32() }
        let groupsCount = try reader.arrayCount(flexible, wireBytes: 12, memoryBytes: MemoryLayout<DescribedGroup>.stride)
        self.groups.reserveCapacity(groupsCount)
        for _ in 0..<groupsCount { self.groups.append(try DescribedGroup(from: &reader, version: version)) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 5
        if version >= 1 { writer.int32(self.throttleTimeMs) }
        writer.arrayCount(self.groups.count, flexible)
        for index in self.groups.indices { self.groups[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension DescribeGroupsResponse {
    /// Within ``DescribeGroupsResponse``.
    public struct DescribedGroup: WireStruct {
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// v6+, may be null.
        public var errorMessage: String?
        /// All versions.
        public var groupId: String = ""
        /// All versions.
        public var groupState: String = ""
        /// All versions.
        public var protocolType: String = ""
        /// All versions.
        public var protocolData: String = ""
        /// All versions.
        public var members: [DescribedGroupMember] = []
        /// v3+.
        public var authorizedOperations: Int32 = -2147483648

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 5
            self.errorCode = try reader.errorCode()
            if version >= 6 { self.errorMessage = try reader.nullableString(flexible) }
            self.groupId = try reader.string(flexible)
            self.groupState = try reader.string(flexible)
            self.protocolType = try reader.string(flexible)
            self.protocolData = try reader.string(flexible)
            let membersCount = try reader.arrayCount(flexible, wireBytes: 7, memoryBytes: MemoryLayout<DescribedGroupMember>.stride)
            self.members.reserveCapacity(membersCount)
            for _ in 0..<membersCount { self.members.append(try DescribedGroupMember(from: &reader, version: version)) }
            if version >= 3 { self.authorizedOperations = try reader.int32() }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 5
            writer.errorCode(self.errorCode)
            if version >= 6 { writer.nullableString(self.errorMessage, flexible) }
            writer.string(self.groupId, flexible)
            writer.string(self.groupState, flexible)
            writer.string(self.protocolType, flexible)
            writer.string(self.protocolData, flexible)
            writer.arrayCount(self.members.count, flexible)
            for index in self.members.indices { self.members[index].write(to: &writer, version: version) }
            if version >= 3 { writer.int32(self.authorizedOperations) }
            if flexible { writer.noTags() }
        }
    }
}

extension DescribeGroupsResponse {
    /// Within ``DescribeGroupsResponse``.
    public struct DescribedGroupMember: WireStruct {
        /// All versions.
        public var memberId: String = ""
        /// v4+, may be null.
        public var groupInstanceId: String?
        /// All versions.
        public var clientId: String = ""
        /// All versions.
        public var clientHost: String = ""
        /// All versions.
        public var memberMetadata: ByteBuffer = ByteBuffer()
        /// All versions.
        public var memberAssignment: ByteBuffer = ByteBuffer()

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 5
            self.memberId = try reader.string(flexible)
            if version >= 4 { self.groupInstanceId = try reader.nullableString(flexible) }
            self.clientId = try reader.string(flexible)
            self.clientHost = try reader.string(flexible)
            self.memberMetadata = try reader.bytes(flexible)
            self.memberAssignment = try reader.bytes(flexible)
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 5
            writer.string(self.memberId, flexible)
            if version >= 4 { writer.nullableString(self.groupInstanceId, flexible) }
            writer.string(self.clientId, flexible)
            writer.string(self.clientHost, flexible)
            writer.bytes(self.memberMetadata, flexible)
            writer.bytes(self.memberAssignment, flexible)
            if flexible { writer.noTags() }
        }
    }
}
