// Made by schema-compiler from Schemas/GetTelemetrySubscriptions.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells a client which metrics it should send (KIP-714).
///
/// Request, v0, flexible.
public struct GetTelemetrySubscriptionsRequest: RequestMessage {
    public typealias Response = GetTelemetrySubscriptionsResponse
    public static let apiKey = ApiKey.getTelemetrySubscriptions
    public static let versions: ClosedRange<Int16> = 0...0
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var clientInstanceId: KafkaUUID = .zero

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.clientInstanceId = try reader.uuid()
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.uuid(self.clientInstanceId)
        writer.noTags()
    }
}
