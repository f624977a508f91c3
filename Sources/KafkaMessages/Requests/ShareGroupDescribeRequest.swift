// Made by schema-compiler from Schemas/ShareGroupDescribe.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells state and members of share groups (KIP-932).
///
/// Request, v1, flexible from v0 on.
public struct ShareGroupDescribeRequest: RequestMessage {
    public typealias Response = ShareGroupDescribeResponse
    public static let apiKey = ApiKey.shareGroupDescribe
    public static let versions: ClosedRange<Int16> = 1...1
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var groupIds: [String] = []
    /// All versions.
    public var includeAuthorizedOperations: Bool = false

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.groupIds = try reader.strings(true)
        self.includeAuthorizedOperations = try reader.bool()
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.strings(self.groupIds, true)
        writer.bool(self.includeAuthorizedOperations)
        writer.noTags()
    }
}
