// Made by schema-compiler from Schemas/EndTxn.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Commits or aborts a transaction.
///
/// Response, v0 to v5, flexible from v3 on.
public struct EndTxnResponse: ResponseMessage {
    public static let apiKey = ApiKey.endTxn
    public static let versions: ClosedRange<Int16> = 0...5
    public static let firstFlexibleVersion: Int16 = 3

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var errorCode: ErrorCode = .none
    /// v5+.
    public var producerId: Int64 = -1
    /// v5+.
    public var producerEpoch: Int16 = -1

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 3
        self.throttleTimeMs = try reader.int32()
        self.errorCode = try reader.errorCode()
        if version >= 5 { self.producerId = try reader.int64() }
        if version >= 5 { self.producerEpoch = try reader.int16() }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 3
        writer.int32(self.throttleTimeMs)
        writer.errorCode(self.errorCode)
        if version >= 5 { writer.int64(self.producerId) }
        if version >= 5 { writer.int16(self.producerEpoch) }
        if flexible { writer.noTags() }
    }
}
