// Made by schema-compiler from Schemas/RenewDelegationToken.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol
public import NIOCore

/// Prolongs a delegation token.
///
/// Request, v0 to v2, flexible from v2 on.
public struct RenewDelegationTokenRequest: RequestMessage {
    public typealias Response = RenewDelegationTokenResponse
    public static let apiKey = ApiKey.renewDelegationToken
    public static let versions: ClosedRange<Int16> = 0...2
    public static let firstFlexibleVersion: Int16 = 2

    /// All versions.
    public var hmac: ByteBuffer = ByteBuffer()
    /// All versions.
    public var renewPeriodMs: Int64 = 0

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 2
        self.hmac = try reader.bytes(flexible)
        self.renewPeriodMs = try reader.int64()
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 2
        writer.bytes(self.hmac, flexible)
        writer.int64(self.renewPeriodMs)
        if flexible { writer.noTags() }
    }
}
