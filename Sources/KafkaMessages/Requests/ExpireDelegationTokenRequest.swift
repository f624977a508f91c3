// Made by schema-compiler from Schemas/ExpireDelegationToken.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol
public import NIOCore

/// Ends a delegation token, now or later.
///
/// Request, v0 to v2, flexible from v2 on.
public struct ExpireDelegationTokenRequest: RequestMessage {
    public typealias Response = ExpireDelegationTokenResponse
    public static let apiKey = ApiKey.expireDelegationToken
    public static let versions: ClosedRange<Int16> = 0...2
    public static let firstFlexibleVersion: Int16 = 2

    /// All versions.
    public var hmac: ByteBuffer = ByteBuffer()
    /// All versions.
    public var expiryTimePeriodMs: Int64 = 0

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 2
        self.hmac = try reader.bytes(flexible)
        self.expiryTimePeriodMs = try reader.int64()
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 2
        writer.bytes(self.hmac, flexible)
        writer.int64(self.expiryTimePeriodMs)
        if flexible { writer.noTags() }
    }
}
