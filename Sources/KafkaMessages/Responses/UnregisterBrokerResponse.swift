// Made by schema-compiler from Schemas/UnregisterBroker.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Takes a broker out of the cluster's books.
///
/// Response, v0, flexible.
public struct UnregisterBrokerResponse: ResponseMessage {
    public static let apiKey = ApiKey.unregisterBroker
    public static let versions: ClosedRange<Int16> = 0...0
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var errorCode: ErrorCode = .none
    /// All versions, may be null.
    public var errorMessage: String? = ""

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.throttleTimeMs = try reader.int32()
        self.errorCode = try reader.errorCode()
        self.errorMessage = try reader.nullableString(true)
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.int32(self.throttleTimeMs)
        writer.errorCode(self.errorCode)
        writer.nullableString(self.errorMessage, true)
        writer.noTags()
    }
}
