// Made by schema-compiler from Schemas/ListConfigResources.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Lists the resources that have a configuration (KIP-1142).
///
/// Request, v0 to v1, flexible.
public struct ListConfigResourcesRequest: RequestMessage {
    public typealias Response = ListConfigResourcesResponse
    public static let apiKey = ApiKey.listConfigResources
    public static let versions: ClosedRange<Int16> = 0...1
    public static let firstFlexibleVersion: Int16 = 0

    /// v1+.
    public var resourceTypes: [Int8] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        if version >= 1 { self.resourceTypes = try reader.int8s(true) }
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        if version >= 1 { writer.int8s(self.resourceTypes, true) }
        writer.noTags()
    }
}
