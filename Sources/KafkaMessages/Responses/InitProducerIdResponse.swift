// Made by schema-compiler from Schemas/InitProducerId.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Gives a producer its id and epoch.
///
/// Response, v0 to v6, flexible from v2 on.
public struct InitProducerIdResponse: ResponseMessage {
    public static let apiKey = ApiKey.initProducerId
    public static let versions: ClosedRange<Int16> = 0...6
    public static let firstFlexibleVersion: Int16 = 2

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var errorCode: ErrorCode = .none
    /// All versions.
    public var producerId: Int64 = -1
    /// All versions.
    public var producerEpoch: Int16 = 0
    /// v6+.
    public var ongoingTxnProducerId: Int64 = -1
    /// v6+.
    public var ongoingTxnProducerEpoch: Int16 = -1

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 2
        self.throttleTimeMs = try reader.int32()
        self.errorCode = try reader.errorCode()
        self.producerId = try reader.int64()
        self.producerEpoch = try reader.int16()
        if version >= 6 { self.ongoingTxnProducerId = try reader.int64() }
        if version >= 6 { self.ongoingTxnProducerEpoch = try reader.int16() }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 2
        writer.int32(self.throttleTimeMs)
        writer.errorCode(self.errorCode)
        writer.int64(self.producerId)
        writer.int16(self.producerEpoch)
        if version >= 6 { writer.int64(self.ongoingTxnProducerId) }
        if version >= 6 { writer.int16(self.ongoingTxnProducerEpoch) }
        if flexible { writer.noTags() }
    }
}
