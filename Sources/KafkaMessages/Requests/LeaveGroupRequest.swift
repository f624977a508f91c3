// Made by schema-compiler from Schemas/LeaveGroup.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Takes members out of a classic group.
///
/// Request, v0 to v5, flexible from v4 on.
public struct LeaveGroupRequest: RequestMessage {
    public typealias Response = LeaveGroupResponse
    public static let apiKey = ApiKey.leaveGroup
    public static let versions: ClosedRange<Int16> = 0...5
    public static let firstFlexibleVersion: Int16 = 4

    /// All versions.
    public var groupId: String = ""
    /// v0-2.
    public var memberId: String = ""
    /// v3+.
    public var members: [MemberIdentity] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 4
        self.groupId = try reader.string(flexible)
        if version <= 2 { self.memberId = try reader.string(flexible) }
        if version >= 3 {
            let membersCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<MemberIdentity>.stride)
            self.members.reserveCapacity(membersCount)
            for _ in 0..<membersCount { self.members.append(try MemberIdentity(from: &reader, version: version)) }
        }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 4
        writer.string(self.groupId, flexible)
        if version <= 2 { writer.string(self.memberId, flexible) }
        if version >= 3 {
            writer.arrayCount(self.members.count, flexible)
            for index in self.members.indices { self.members[index].write(to: &writer, version: version) }
        }
        if flexible { writer.noTags() }
    }
}

extension LeaveGroupRequest {
    /// Within ``LeaveGroupRequest``.
    public struct MemberIdentity: WireStruct {
        /// v3+.
        public var memberId: String = ""
        /// v3+, may be null.
        public var groupInstanceId: String?
        /// v5+, may be null.
        public var reason: String?

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 4
            if version >= 3 { self.memberId = try reader.string(flexible) }
            if version >= 3 { self.groupInstanceId = try reader.nullableString(flexible) }
            if version >= 5 { self.reason = try reader.nullableString(flexible) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 4
            if version >= 3 { writer.string(self.memberId, flexible) }
            if version >= 3 { writer.nullableString(self.groupInstanceId, flexible) }
            if version >= 5 { writer.nullableString(self.reason, flexible) }
            if flexible { writer.noTags() }
        }
    }
}
