// Made by schema-compiler from Schemas/ListGroups.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Lists the groups a broker coordinates.
///
/// Request, v0 to v5, flexible from v3 on.
public struct ListGroupsRequest: RequestMessage {
    public typealias Response = ListGroupsResponse
    public static let apiKey = ApiKey.listGroups
    public static let versions: ClosedRange<Int16> = 0...5
    public static let firstFlexibleVersion: Int16 = 3

    /// v4+.
    public var statesFilter: [String] = []
    /// v5+.
    public var typesFilter: [String] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 3
        if version >= 4 { self.statesFilter = try reader.strings(flexible) }
        if version >= 5 { self.typesFilter = try reader.strings(flexible) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 3
        if version >= 4 { writer.strings(self.statesFilter, flexible) }
        if version >= 5 { writer.strings(self.typesFilter, flexible) }
        if flexible { writer.noTags() }
    }
}
