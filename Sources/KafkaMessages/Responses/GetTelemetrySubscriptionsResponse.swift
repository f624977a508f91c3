// Made by schema-compiler from Schemas/GetTelemetrySubscriptions.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells a client which metrics it should send (KIP-714).
///
/// Response, v0, flexible.
public struct GetTelemetrySubscriptionsResponse: ResponseMessage {
    public static let apiKey = ApiKey.getTelemetrySubscriptions
    public static let versions: ClosedRange<Int16> = 0...0
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var errorCode: ErrorCode = .none
    /// All versions.
    public var clientInstanceId: KafkaUUID = .zero
    /// All versions.
    public var subscriptionId: Int32 = 0
    /// All versions.
    public var acceptedCompressionTypes: [Int8] = []
    /// All versions.
    public var pushIntervalMs: Int32 = 0
    /// All versions.
    public var telemetryMaxBytes: Int32 = 0
    /// All versions.
    public var deltaTemporality: Bool = false
    /// All versions.
    public var requestedMetrics: [String] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.throttleTimeMs = try reader.int32()
        self.errorCode = try reader.errorCode()
        self.clientInstanceId = try reader.uuid()
        self.subscriptionId = try reader.int32()
        self.acceptedCompressionTypes = try reader.int8s(true)
        self.pushIntervalMs = try reader.int32()
        self.telemetryMaxBytes = try reader.int32()
        self.deltaTemporality = try reader.bool()
        self.requestedMetrics = try reader.strings(true)
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.int32(self.throttleTimeMs)
        writer.errorCode(self.errorCode)
        writer.uuid(self.clientInstanceId)
        writer.int32(self.subscriptionId)
        writer.int8s(self.acceptedCompressionTypes, true)
        writer.int32(self.pushIntervalMs)
        writer.int32(self.telemetryMaxBytes)
        writer.bool(self.deltaTemporality)
        writer.strings(self.requestedMetrics, true)
        writer.noTags()
    }
}
