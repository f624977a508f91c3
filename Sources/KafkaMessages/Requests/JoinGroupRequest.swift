// Made by schema-compiler from Schemas/JoinGroup.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol
public import NIOCore

/// Joins a classic group and waits for the rebalance's other members.
///
/// Request, v0 to v9, flexible from v6 on.
public struct JoinGroupRequest: RequestMessage {
    public typealias Response = JoinGroupResponse
    public static let apiKey = ApiKey.joinGroup
    public static let versions: ClosedRange<Int16> = 0...9
    public static let firstFlexibleVersion: Int16 = 6

    /// All versions.
    public var groupId: String = ""
    /// All versions.
    public var sessionTimeoutMs: Int32 = 0
    /// v1+.
    public var rebalanceTimeoutMs: Int32 = -1
    /// All versions.
    public var memberId: String = ""
    /// v5+, may be null.
    public var groupInstanceId: String?
    /// All versions.
    public var protocolType: String = ""
    /// All versions.
    public var protocols: [JoinGroupRequestProtocol] = []
    /// v8+, may be null.
    public var reason: String?

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 6
        self.groupId = try reader.string(flexible)
        self.sessionTimeoutMs = try reader.int32()
        if version >= 1 { self.rebalanceTimeoutMs = try reader.int32() }
        self.memberId = try reader.string(flexible)
        if version >= 5 { self.groupInstanceId = try reader.nullableString(flexible) }
        self.protocolType = try reader.string(flexible)
        let protocolsCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<JoinGroupRequestProtocol>.stride)
        self.protocols.reserveCapacity(protocolsCount)
        for _ in 0..<protocolsCount { self.protocols.append(try JoinGroupRequestProtocol(from: &reader, version: version)) }
        if version >= 8 { self.reason = try reader.nullableString(flexible) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 6
        writer.string(self.groupId, flexible)
        writer.int32(self.sessionTimeoutMs)
        if version >= 1 { writer.int32(self.rebalanceTimeoutMs) }
        writer.string(self.memberId, flexible)
        if version >= 5 { writer.nullableString(self.groupInstanceId, flexible) }
        writer.string(self.protocolType, flexible)
        writer.arrayCount(self.protocols.count, flexible)
        for index in self.protocols.indices { self.protocols[index].write(to: &writer, version: version) }
        if version >= 8 { writer.nullableString(self.reason, flexible) }
        if flexible { writer.noTags() }
    }
}

extension JoinGroupRequest {
    /// Within ``JoinGroupRequest``.
    public struct JoinGroupRequestProtocol: WireStruct {
        /// All versions.
        public var name: String = ""
        /// All versions.
        public var metadata: ByteBuffer = ByteBuffer()

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 6
            self.name = try reader.string(flexible)
            self.metadata = try reader.bytes(flexible)
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 6
            writer.string(self.name, flexible)
            writer.bytes(self.metadata, flexible)
            if flexible { writer.noTags() }
        }
    }
}
