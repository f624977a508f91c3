// Made by schema-compiler from Schemas/AddOffsetsToTxn.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Adds a group's offsets to a transaction.
///
/// Request, v0 to v4, flexible from v3 on.
public struct AddOffsetsToTxnRequest: RequestMessage {
    public typealias Response = AddOffsetsToTxnResponse
    public static let apiKey = ApiKey.addOffsetsToTxn
    public static let versions: ClosedRange<Int16> = 0...4
    public static let firstFlexibleVersion: Int16 = 3

    /// All versions.
    public var transactionalId: String = ""
    /// All versions.
    public var producerId: Int64 = 0
    /// All versions.
    public var producerEpoch: Int16 = 0
    /// All versions.
    public var groupId: String = ""

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 3
        self.transactionalId = try reader.string(flexible)
        self.producerId = try reader.int64()
        self.producerEpoch = try reader.int16()
        self.groupId = try reader.string(flexible)
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 3
        writer.string(self.transactionalId, flexible)
        writer.int64(self.producerId)
        writer.int16(self.producerEpoch)
        writer.string(self.groupId, flexible)
        if flexible { writer.noTags() }
    }
}
