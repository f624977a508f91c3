// Made by schema-compiler from Schemas/SaslHandshake.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Chooses a SASL mechanism.
///
/// Response, v0 to v1, never flexible.
public struct SaslHandshakeResponse: ResponseMessage {
    public static let apiKey = ApiKey.saslHandshake
    public static let versions: ClosedRange<Int16> = 0...1
    public static let firstFlexibleVersion: Int16 = .max

    /// All versions.
    public var errorCode: ErrorCode = .none
    /// All versions.
    public var mechanisms: [String] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.errorCode = try reader.errorCode()
        self.mechanisms = try reader.strings(false)
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.errorCode(self.errorCode)
        writer.strings(self.mechanisms, false)
    }
}
