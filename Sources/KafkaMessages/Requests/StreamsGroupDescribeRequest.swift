// Made by schema-compiler from Schemas/StreamsGroupDescribe.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells state, topology and members of streams groups (KIP-1071).
///
/// Request, v0, flexible.
public struct StreamsGroupDescribeRequest: RequestMessage {
    public typealias Response = StreamsGroupDescribeResponse
    public static let apiKey = ApiKey.streamsGroupDescribe
    public static let versions: ClosedRange<Int16> = 0...0
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var groups: [String] = []
    /// All versions.
    public var includeAuthorizedOperations: Bool = false

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.groups = try reader.strings(true)
        self.includeAuthorizedOperations = try reader.bool()
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.strings(self.groups, true)
        writer.bool(self.includeAuthorizedOperations)
        writer.noTags()
    }
}
