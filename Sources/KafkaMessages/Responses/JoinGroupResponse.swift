// Made by schema-compiler from Schemas/JoinGroup.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol
public import NIOCore

/// Joins a classic group and waits for the rebalance's other members.
///
/// Response, v0 to v9, flexible from v6 on.
public struct JoinGroupResponse: ResponseMessage {
    public static let apiKey = ApiKey.joinGroup
    public static let versions: ClosedRange<Int16> = 0...9
    public static let firstFlexibleVersion: Int16 = 6

    /// v2+.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var errorCode: ErrorCode = .none
    /// All versions.
    public var generationId: Int32 = -1
    /// v7+, may be null.
    public var protocolType: String?
    /// All versions, may be null in v7+.
    public var protocolName: String? = ""
    /// All versions.
    public var leader: String = ""
    /// v9+.
    public var skipAssignment: Bool = false
    /// All versions.
    public var memberId: String = ""
    /// All versions.
    public var members: [JoinGroupResponseMember] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 6
        if version >= 2 { self.throttleTimeMs = try reader.int32() }
        self.errorCode = try reader.errorCode()
        self.generationId = try reader.int32()
        if version >= 7 { self.protocolType = try reader.nullableString(flexible) }
        self.protocolName = try reader.nullableString(flexible, nullable: version >= 7)
        self.leader = try reader.string(flexible)
        if version >= 9 { self.skipAssignment = try reader.bool() }
        self.memberId = try reader.string(flexible)
        let membersCount = try reader.arrayCount(flexible, wireBytes: 4, memoryBytes: MemoryLayout<JoinGroupResponseMember>.stride)
        self.members.reserveCapacity(membersCount)
        for _ in 0..<membersCount { self.members.append(try JoinGroupResponseMember(from: &reader, version: version)) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 6
        if version >= 2 { writer.int32(self.throttleTimeMs) }
        writer.errorCode(self.errorCode)
        writer.int32(self.generationId)
        if version >= 7 { writer.nullableString(self.protocolType, flexible) }
        if version >= 7 {
            writer.nullableString(self.protocolName, flexible)
        } else {
            writer.string(self.protocolName ?? "", flexible)
        }
        writer.string(self.leader, flexible)
        if version >= 9 { writer.bool(self.skipAssignment) }
        writer.string(self.memberId, flexible)
        writer.arrayCount(self.members.count, flexible)
        for index in self.members.indices { self.members[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension JoinGroupResponse {
    /// Within ``JoinGroupResponse``.
    public struct JoinGroupResponseMember: WireStruct {
        /// All versions.
        public var memberId: String = ""
        /// v5+, may be null.
        public var groupInstanceId: String?
        /// All versions.
        public var metadata: ByteBuffer = ByteBuffer()

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 6
            self.memberId = try reader.string(flexible)
            if version >= 5 { self.groupInstanceId = try reader.nullableString(flexible) }
            self.metadata = try reader.bytes(flexible)
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 6
            writer.string(self.memberId, flexible)
            if version >= 5 { writer.nullableString(self.groupInstanceId, flexible) }
            writer.bytes(self.metadata, flexible)
            if flexible { writer.noTags() }
        }
    }
}
