// Made by schema-compiler from Schemas/DescribeCluster.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells the cluster's id, brokers and controller.
///
/// Request, v0 to v2, flexible.
public struct DescribeClusterRequest: RequestMessage {
    public typealias Response = DescribeClusterResponse
    public static let apiKey = ApiKey.describeCluster
    public static let versions: ClosedRange<Int16> = 0...2
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var includeClusterAuthorizedOperations: Bool = false
    /// v1+.
    public var endpointType: Int8 = 1
    /// v2+.
    public var includeFencedBrokers: Bool = false

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.includeClusterAuthorizedOperations = try reader.bool()
        if version >= 1 { self.endpointType = try reader.int8() }
        if version >= 2 { self.includeFencedBrokers = try reader.bool() }
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.bool(self.includeClusterAuthorizedOperations)
        if version >= 1 { writer.int8(self.endpointType) }
        if version >= 2 { writer.bool(self.includeFencedBrokers) }
        writer.noTags()
    }
}
