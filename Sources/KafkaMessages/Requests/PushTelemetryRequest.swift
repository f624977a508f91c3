// Made by schema-compiler from Schemas/PushTelemetry.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol
public import NIOCore

/// Carries a client's metrics (KIP-714).
///
/// Request, v0, flexible.
public struct PushTelemetryRequest: RequestMessage {
    public typealias Response = PushTelemetryResponse
    public static let apiKey = ApiKey.pushTelemetry
    public static let versions: ClosedRange<Int16> = 0...0
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var clientInstanceId: KafkaUUID = .zero
    /// All versions.
    public var subscriptionId: Int32 = 0
    /// All versions.
    public var terminating: Bool = false
    /// All versions.
    public var compressionType: Int8 = 0
    /// All versions.
    public var metrics: ByteBuffer = ByteBuffer()

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.clientInstanceId = try reader.uuid()
        self.subscriptionId = try reader.int32()
        self.terminating = try reader.bool()
        self.compressionType = try reader.int8()
        self.metrics = try reader.bytes(true)
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.uuid(self.clientInstanceId)
        writer.int32(self.subscriptionId)
        writer.bool(self.terminating)
        writer.int8(self.compressionType)
        writer.bytes(self.metrics, true)
        writer.noTags()
    }
}
