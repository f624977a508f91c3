// Made by schema-compiler from Schemas/ExpireDelegationToken.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Ends a delegation token, now or later.
///
/// Response, v0 to v2, flexible from v2 on.
public struct ExpireDelegationTokenResponse: ResponseMessage {
    public static let apiKey = ApiKey.expireDelegationToken
    public static let versions: ClosedRange<Int16> = 0...2
    public static let firstFlexibleVersion: Int16 = 2

    /// All versions.
    public var errorCode: ErrorCode = .none
    /// All versions.
    public var expiryTimestampMs: Int64 = 0
    /// All versions.
    public var throttleTimeMs: Int32 = 0

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 2
        self.errorCode = try reader.errorCode()
        self.expiryTimestampMs = try reader.int64()
        self.throttleTimeMs = try reader.int32()
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 2
        writer.errorCode(self.errorCode)
        writer.int64(self.expiryTimestampMs)
        writer.int32(self.throttleTimeMs)
        if flexible { writer.noTags() }
    }
}
