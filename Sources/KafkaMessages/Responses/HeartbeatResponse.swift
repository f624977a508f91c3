// Made by schema-compiler from Schemas/Heartbeat.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Shows that a member of a classic group lives; its answer tells of a rebalance.
///
/// Response, v0 to v4, flexible from v4 on.
public struct HeartbeatResponse: ResponseMessage {
    public static let apiKey = ApiKey.heartbeat
    public static let versions: ClosedRange<Int16> = 0...4
    public static let firstFlexibleVersion: Int16 = 4

    /// v1+.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var errorCode: ErrorCode = .none

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 4
        if version >= 1 { self.throttleTimeMs = try reader.int32() }
        self.errorCode = try reader.errorCode()
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 4
        if version >= 1 { writer.int32(self.throttleTimeMs) }
        writer.errorCode(self.errorCode)
        if flexible { writer.noTags() }
    }
}
