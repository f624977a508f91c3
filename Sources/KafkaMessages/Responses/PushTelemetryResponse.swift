// Made by schema-compiler from Schemas/PushTelemetry.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Carries a client's metrics (KIP-714).
///
/// Response, v0, flexible.
public struct PushTelemetryResponse: ResponseMessage {
    public static let apiKey = ApiKey.pushTelemetry
    public static let versions: ClosedRange<Int16> = 0...0
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var errorCode: ErrorCode = .none

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.throttleTimeMs = try reader.int32()
        self.errorCode = try reader.errorCode()
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.int32(self.throttleTimeMs)
        writer.errorCode(self.errorCode)
        writer.noTags()
    }
}
