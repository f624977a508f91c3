// Made by schema-compiler from Schemas/SaslHandshake.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Chooses a SASL mechanism.
///
/// Request, v0 to v1, never flexible.
public struct SaslHandshakeRequest: RequestMessage {
    public typealias Response = SaslHandshakeResponse
    public static let apiKey = ApiKey.saslHandshake
    public static let versions: ClosedRange<Int16> = 0...1
    public static let firstFlexibleVersion: Int16 = .max

    /// All versions.
    public var mechanism: String = ""

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.mechanism = try reader.string(false)
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.string(self.mechanism, false)
    }
}
