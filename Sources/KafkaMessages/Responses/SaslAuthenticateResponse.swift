// Made by schema-compiler from Schemas/SaslAuthenticate.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol
public import NIOCore

/// Carries the bytes of a SASL exchange.
///
/// Response, v0 to v2, flexible from v2 on.
public struct SaslAuthenticateResponse: ResponseMessage {
    public static let apiKey = ApiKey.saslAuthenticate
    public static let versions: ClosedRange<Int16> = 0...2
    public static let firstFlexibleVersion: Int16 = 2

    /// All versions.
    public var errorCode: ErrorCode = .none
    /// All versions, may be null.
    public var errorMessage: String? = ""
    /// All versions.
    public var authBytes: ByteBuffer = ByteBuffer()
    /// v1+.
    public var sessionLifetimeMs: Int64 = 0

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 2
        self.errorCode = try reader.errorCode()
        self.errorMessage = try reader.nullableString(flexible)
        self.authBytes = try reader.bytes(flexible)
        if version >= 1 { self.sessionLifetimeMs = try reader.int64() }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 2
        writer.errorCode(self.errorCode)
        writer.nullableString(self.errorMessage, flexible)
        writer.bytes(self.authBytes, flexible)
        if version >= 1 { writer.int64(self.sessionLifetimeMs) }
        if flexible { writer.noTags() }
    }
}
