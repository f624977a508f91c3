// Made by schema-compiler from Schemas/LeaveGroup.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Takes members out of a classic group.
///
/// Response, v0 to v5, flexible from v4 on.
public struct LeaveGroupResponse: ResponseMessage {
    public static let apiKey = ApiKey.leaveGroup
    public static let versions: ClosedRange<Int16> = 0...5
    public static let firstFlexibleVersion: Int16 = 4

    /// v1+.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var errorCode: ErrorCode = .none
    /// v3+.
    public var members: [MemberResponse] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 4
        if version >= 1 { self.throttleTimeMs = try reader.int32() }
        self.errorCode = try reader.errorCode()
        if version >= 3 {
            let membersCount = try reader.arrayCount(flexible, wireBytes: 5, memoryBytes: MemoryLayout<MemberResponse>.stride)
            self.members.reserveCapacity(membersCount)
            for _ in 0..<membersCount { self.members.append(try MemberResponse(from: &reader, version: version)) }
        }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 4
        if version >= 1 { writer.int32(self.throttleTimeMs) }
        writer.errorCode(self.errorCode)
        if version >= 3 {
            writer.arrayCount(self.members.count, flexible)
            for index in self.members.indices { self.members[index].write(to: &writer, version: version) }
        }
        if flexible { writer.noTags() }
    }
}

extension LeaveGroupResponse {
    /// Within ``LeaveGroupResponse``.
    public struct MemberResponse: WireStruct {
        /// v3+.
        public var memberId: String = ""
        /// v3+, may be null.
        public var groupInstanceId: String? = ""
        /// v3+.
        public var errorCode: ErrorCode = .none

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 4
            if version >= 3 { self.memberId = try reader.string(flexible) }
            if version >= 3 { self.groupInstanceId = try reader.nullableString(flexible) }
            if version >= 3 { self.errorCode = try reader.errorCode() }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 4
            if version >= 3 { writer.string(self.memberId, flexible) }
            if version >= 3 { writer.nullableString(self.groupInstanceId, flexible) }
            if version >= 3 { writer.errorCode(self.errorCode) }
            if flexible { writer.noTags() }
        }
    }
}
