// Made by schema-compiler from Schemas/DescribeCluster.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells the cluster's id, brokers and controller.
///
/// Response, v0 to v2, flexible.
public struct DescribeClusterResponse: ResponseMessage {
    public static let apiKey = ApiKey.describeCluster
    public static let versions: ClosedRange<Int16> = 0...2
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var errorCode: ErrorCode = .none
    /// All versions, may be null.
    public var errorMessage: String?
    /// v1+.
    public var endpointType: Int8 = 1
    /// All versions.
    public var clusterId: String = ""
    /// All versions.
    public var controllerId: Int32 = -1
    /// All versions.
    public var brokers: [DescribeClusterBroker] = []
    /// All versions.
    public var clusterAuthorizedOperations: Int32 = -2147483648

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.throttleTimeMs = try reader.int32()
        self.errorCode = try reader.errorCode()
        self.errorMessage = try reader.nullableString(true)
        if version >= 1 { self.endpointType = try reader.int8() }
        self.clusterId = try reader.string(true)
        self.controllerId = try reader.int32()
        let brokersCount = try reader.arrayCount(true, wireBytes: 11, memoryBytes: MemoryLayout<DescribeClusterBroker>.stride)
        self.brokers.reserveCapacity(brokersCount)
        for _ in 0..<brokersCount { self.brokers.append(try DescribeClusterBroker(from: &reader, version: version)) }
        self.clusterAuthorizedOperations = try reader.int32()
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.int32(self.throttleTimeMs)
        writer.errorCode(self.errorCode)
        writer.nullableString(self.errorMessage, true)
        if version >= 1 { writer.int8(self.endpointType) }
        writer.string(self.clusterId, true)
        writer.int32(self.controllerId)
        writer.arrayCount(self.brokers.count, true)
        for index in self.brokers.indices { self.brokers[index].write(to: &writer, version: version) }
        writer.int32(self.clusterAuthorizedOperations)
        writer.noTags()
    }
}

extension DescribeClusterResponse {
    /// Within ``DescribeClusterResponse``.
    public struct DescribeClusterBroker: WireStruct {
        /// All versions.
        public var brokerId: Int32 = 0
        /// All versions.
        public var host: String = ""
        /// All versions.
        public var port: Int32 = 0
        /// All versions, may be null.
        public var rack: String?
        /// v2+.
        public var isFenced: Bool = false

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.brokerId = try reader.int32()
            self.host = try reader.string(true)
            self.port = try reader.int32()
            self.rack = try reader.nullableString(true)
            if version >= 2 { self.isFenced = try reader.bool() }
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.int32(self.brokerId)
            writer.string(self.host, true)
            writer.int32(self.port)
            writer.nullableString(self.rack, true)
            if version >= 2 { writer.bool(self.isFenced) }
            writer.noTags()
        }
    }
}
