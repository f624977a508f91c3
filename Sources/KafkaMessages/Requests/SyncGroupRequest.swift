// Made by schema-compiler from Schemas/SyncGroup.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol
public import NIOCore

/// Brings the leader's assignments, and gives each member its own.
///
/// Request, v0 to v5, flexible from v4 on.
public struct SyncGroupRequest: RequestMessage {
    public typealias Response = SyncGroupResponse
    public static let apiKey = ApiKey.syncGroup
    public static let versions: ClosedRange<Int16> = 0...5
    public static let firstFlexibleVersion: Int16 = 4

    /// All versions.
    public var groupId: String = ""
    /// All versions.
    public var generationId: Int32 = 0
    /// All versions.
    public var memberId: String = ""
    /// v3+, may be null.
    public var groupInstanceId: String?
    /// v5+, may be null.
    public var protocolType: String?
    /// v5+, may be null.
    public var protocolName: String?
    /// All versions.
    public var assignments: [SyncGroupRequestAssignment] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 4
        self.groupId = try reader.string(flexible)
        self.generationId = try reader.int32()
        self.memberId = try reader.string(flexible)
        if version >= 3 { self.groupInstanceId = try reader.nullableString(flexible) }
        if version >= 5 { self.protocolType = try reader.nullableString(flexible) }
        if version >= 5 { self.protocolName = try reader.nullableString(flexible) }
        let assignmentsCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<SyncGroupRequestAssignment>.stride)
        self.assignments.reserveCapacity(assignmentsCount)
        for _ in 0..<assignmentsCount { self.assignments.append(try SyncGroupRequestAssignment(from: &reader, version: version)) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 4
        writer.string(self.groupId, flexible)
        writer.int32(self.generationId)
        writer.string(self.memberId, flexible)
        if version >= 3 { writer.nullableString(self.groupInstanceId, flexible) }
        if version >= 5 { writer.nullableString(self.protocolType, flexible) }
        if version >= 5 { writer.nullableString(self.protocolName, flexible) }
        writer.arrayCount(self.assignments.count, flexible)
        for index in self.assignments.indices { self.assignments[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension SyncGroupRequest {
    /// Within ``SyncGroupRequest``.
    public struct SyncGroupRequestAssignment: WireStruct {
        /// All versions.
        public var memberId: String = ""
        /// All versions.
        public var assignment: ByteBuffer = ByteBuffer()

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 4
            self.memberId = try reader.string(flexible)
            self.assignment = try reader.bytes(flexible)
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 4
            writer.string(self.memberId, flexible)
            writer.bytes(self.assignment, flexible)
            if flexible { writer.noTags() }
        }
    }
}
