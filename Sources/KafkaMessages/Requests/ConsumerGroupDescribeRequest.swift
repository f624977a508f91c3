// Made by schema-compiler from Schemas/ConsumerGroupDescribe.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells state and members of consumer groups (KIP-848).
///
/// Request, v0 to v1, flexible.
public struct ConsumerGroupDescribeRequest: RequestMessage {
    public typealias Response = ConsumerGroupDescribeResponse
    public static let apiKey = ApiKey.consumerGroupDescribe
    public static let versions: ClosedRange<Int16> = 0...1
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
