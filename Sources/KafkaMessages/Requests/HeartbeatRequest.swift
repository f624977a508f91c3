// Made by schema-compiler from Schemas/Heartbeat.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Shows that a member of a classic group lives; its answer tells of a rebalance.
///
/// Request, v0 to v4, flexible from v4 on.
public struct HeartbeatRequest: RequestMessage {
    public typealias Response = HeartbeatResponse
    public static let apiKey = ApiKey.heartbeat
    public static let versions: ClosedRange<Int16> = 0...4
    public static let firstFlexibleVersion: Int16 = 4

    /// All versions.
    public var groupId: String = ""
    /// All versions.
    public var generationId: Int32 = 0
    /// All versions.
    public var memberId: String = ""
    /// v3+, may be null.
    public var groupInstanceId: String?

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 4
        self.groupId = try reader.string(flexible)
        self.generationId = try reader.int32()
        self.memberId = try reader.string(flexible)
        if version >= 3 { self.groupInstanceId = try reader.nullableString(flexible) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 4
        writer.string(self.groupId, flexible)
        writer.int32(self.generationId)
        writer.string(self.memberId, flexible)
        if version >= 3 { writer.nullableString(self.groupInstanceId, flexible) }
        if flexible { writer.noTags() }
    }
}
