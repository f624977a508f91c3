// Made by schema-compiler from Schemas/EndTxn.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Commits or aborts a transaction.
///
/// Request, v0 to v5, flexible from v3 on.
public struct EndTxnRequest: RequestMessage {
    public typealias Response = EndTxnResponse
    public static let apiKey = ApiKey.endTxn
    public static let versions: ClosedRange<Int16> = 0...5
    public static let firstFlexibleVersion: Int16 = 3

    /// All versions.
    public var transactionalId: String = ""
    /// All versions.
    public var producerId: Int64 = 0
    /// All versions.
    public var producerEpoch: Int16 = 0
    /// All versions.
    public var committed: Bool = false

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 3
        self.transactionalId = try reader.string(flexible)
        self.producerId = try reader.int64()
        self.producerEpoch = try reader.int16()
        self.committed = try reader.bool()
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 3
        writer.string(self.transactionalId, flexible)
        writer.int64(self.producerId)
        writer.int16(self.producerEpoch)
        writer.bool(self.committed)
        if flexible { writer.noTags() }
    }
}
