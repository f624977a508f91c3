// Made by schema-compiler from Schemas/AddOffsetsToTxn.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Adds a group's offsets to a transaction.
///
/// Response, v0 to v4, flexible from v3 on.
public struct AddOffsetsToTxnResponse: ResponseMessage {
    public static let apiKey = ApiKey.addOffsetsToTxn
    public static let versions: ClosedRange<Int16> = 0...4
    public static let firstFlexibleVersion: Int16 = 3

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var errorCode: ErrorCode = .none

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 3
        self.throttleTimeMs = try reader.int32()
        self.errorCode = try reader.errorCode()
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 3
        writer.int32(self.throttleTimeMs)
        writer.errorCode(self.errorCode)
        if flexible { writer.noTags() }
    }
}
