// Made by schema-compiler from Schemas/DescribeGroups.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells state and members of classic groups.
///
/// Request, v0 to v6, flexible from v5 on.
public struct DescribeGroupsRequest: RequestMessage {
    public typealias Response = DescribeGroupsResponse
    public static let apiKey = ApiKey.describeGroups
    public static let versions: ClosedRange<Int16> = 0...6
    public static let firstFlexibleVersion: Int16 = 5

    /// All versions.
    public var groups: [String] = []
    /// v3+.
    public var includeAuthorizedOperations: Bool = false

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 5
        self.groups = try reader.strings(flexible)
        if version >= 3 { self.includeAuthorizedOperations = try reader.bool() }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 5
        writer.strings(self.groups, flexible)
        if version >= 3 { writer.bool(self.includeAuthorizedOperations) }
        if flexible { writer.noTags() }
    }
}
