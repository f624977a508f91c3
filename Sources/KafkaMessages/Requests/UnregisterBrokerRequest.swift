// Made by schema-compiler from Schemas/UnregisterBroker.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Takes a broker out of the cluster's books.
///
/// Request, v0, flexible.
public struct UnregisterBrokerRequest: RequestMessage {
    public typealias Response = UnregisterBrokerResponse
    public static let apiKey = ApiKey.unregisterBroker
    public static let versions: ClosedRange<Int16> = 0...0
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var brokerId: Int32 = 0

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.brokerId = try reader.int32()
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.int32(self.brokerId)
        writer.noTags()
    }
}
