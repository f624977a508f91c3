// Made by schema-compiler from Schemas/DeleteGroups.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Deletes empty groups.
///
/// Request, v0 to v2, flexible from v2 on.
public struct DeleteGroupsRequest: RequestMessage {
    public typealias Response = DeleteGroupsResponse
    public static let apiKey = ApiKey.deleteGroups
    public static let versions: ClosedRange<Int16> = 0...2
    public static let firstFlexibleVersion: Int16 = 2

    /// All versions.
    public var groupsNames: [String] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 2
        self.groupsNames = try reader.strings(flexible)
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 2
        writer.strings(self.groupsNames, flexible)
        if flexible { writer.noTags() }
    }
}
