// Made by schema-compiler from Schemas/ShareGroupHeartbeat.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Joins, keeps alive and leaves a share group (KIP-932).
///
/// Request, v1, flexible from v0 on.
public struct ShareGroupHeartbeatRequest: RequestMessage {
    public typealias Response = ShareGroupHeartbeatResponse
    public static let apiKey = ApiKey.shareGroupHeartbeat
    public static let versions: ClosedRange<Int16> = 1...1
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var groupId: String = ""
    /// All versions.
    public var memberId: String = ""
    /// All versions.
    public var memberEpoch: Int32 = 0
    /// All versions, may be null.
    public var rackId: String? = ""
    /// All versions, may be null.
    public var subscribedTopicNames: [String]? = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.groupId = try reader.string(true)
        self.memberId = try reader.string(true)
        self.memberEpoch = try reader.int32()
        self.rackId = try reader.nullableString(true)
        self.subscribedTopicNames = try reader.nullableStrings(true)
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.string(self.groupId, true)
        writer.string(self.memberId, true)
        writer.int32(self.memberEpoch)
        writer.nullableString(self.rackId, true)
        writer.nullableStrings(self.subscribedTopicNames, true)
        writer.noTags()
    }
}
