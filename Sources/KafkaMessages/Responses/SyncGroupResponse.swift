// Made by schema-compiler from Schemas/SyncGroup.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol
public import NIOCore

/// Brings the leader's assignments, and gives each member its own.
///
/// Response, v0 to v5, flexible from v4 on.
public struct SyncGroupResponse: ResponseMessage {
    public static let apiKey = ApiKey.syncGroup
    public static let versions: ClosedRange<Int16> = 0...5
    public static let firstFlexibleVersion: Int16 = 4

    /// v1+.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var errorCode: ErrorCode = .none
    /// v5+, may be null.
    public var protocolType: String?
    /// v5+, may be null.
    public var protocolName: String?
    /// All versions.
    public var assignment: ByteBuffer = ByteBuffer()

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 4
        if version >= 1 { self.throttleTimeMs = try reader.int32() }
        self.errorCode = try reader.errorCode()
        if version >= 5 { self.protocolType = try reader.nullableString(flexible) }
        if version >= 5 { self.protocolName = try reader.nullableString(flexible) }
        self.assignment = try reader.bytes(flexible)
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 4
        if version >= 1 { writer.int32(self.throttleTimeMs) }
        writer.errorCode(self.errorCode)
        if version >= 5 { writer.nullableString(self.protocolType, flexible) }
        if version >= 5 { writer.nullableString(self.protocolName, flexible) }
        writer.bytes(self.assignment, flexible)
        if flexible { writer.noTags() }
    }
}
