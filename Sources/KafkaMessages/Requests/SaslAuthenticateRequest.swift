// Made by schema-compiler from Schemas/SaslAuthenticate.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol
public import NIOCore

/// Carries the bytes of a SASL exchange.
///
/// Request, v0 to v2, flexible from v2 on.
public struct SaslAuthenticateRequest: RequestMessage {
    public typealias Response = SaslAuthenticateResponse
    public static let apiKey = ApiKey.saslAuthenticate
    public static let versions: ClosedRange<Int16> = 0...2
    public static let firstFlexibleVersion: Int16 = 2

    /// All versions.
    public var authBytes: ByteBuffer = ByteBuffer()

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 2
        self.authBytes = try reader.bytes(flexible)
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 2
        writer.bytes(self.authBytes, flexible)
        if flexible { writer.noTags() }
    }
}
