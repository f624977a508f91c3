// Made by schema-compiler from Schemas/InitProducerId.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Gives a producer its id and epoch.
///
/// Request, v0 to v6, flexible from v2 on.
public struct InitProducerIdRequest: RequestMessage {
    public typealias Response = InitProducerIdResponse
    public static let apiKey = ApiKey.initProducerId
    public static let versions: ClosedRange<Int16> = 0...6
    public static let firstFlexibleVersion: Int16 = 2

    /// All versions, may be null.
    public var transactionalId: String? = ""
    /// All versions.
    public var transactionTimeoutMs: Int32 = 0
    /// v3+.
    public var producerId: Int64 = -1
    /// v3+.
    public var producerEpoch: Int16 = -1
    /// v6+.
    public var enable2Pc: Bool = false
    /// v6+.
    public var keepPreparedTxn: Bool = false

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 2
        self.transactionalId = try reader.nullableString(flexible)
        self.transactionTimeoutMs = try reader.int32()
        if version >= 3 { self.producerId = try reader.int64() }
        if version >= 3 { self.producerEpoch = try reader.int16() }
        if version >= 6 { self.enable2Pc = try reader.bool() }
        if version >= 6 { self.keepPreparedTxn = try reader.bool() }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 2
        writer.nullableString(self.transactionalId, flexible)
        writer.int32(self.transactionTimeoutMs)
        if version >= 3 { writer.int64(self.producerId) }
        if version >= 3 { writer.int16(self.producerEpoch) }
        if version >= 6 { writer.bool(self.enable2Pc) }
        if version >= 6 { writer.bool(self.keepPreparedTxn) }
        if flexible { writer.noTags() }
    }
}
