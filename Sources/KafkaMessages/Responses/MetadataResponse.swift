// Made by schema-compiler from Schemas/Metadata.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells brokers, topics, partitions and their leaders.
///
/// Response, v0 to v13, flexible from v9 on.
public struct MetadataResponse: ResponseMessage {
    public static let apiKey = ApiKey.metadata
    public static let versions: ClosedRange<Int16> = 0...13
    public static let firstFlexibleVersion: Int16 = 9

    /// v3+.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var brokers: [MetadataResponseBroker] = []
    /// v2+, may be null.
    public var clusterId: String?
    /// v1+.
    public var controllerId: Int32 = -1
    /// All versions.
    public var topics: [MetadataResponseTopic] = []
    /// v8-10.
    public var clusterAuthorizedOperations: Int32 = -2147483648
    /// v13+.
    public var errorCode: ErrorCode = .none

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 9
        if version >= 3 { self.throttleTimeMs = try reader.int32() }
        let brokersCount = try reader.arrayCount(flexible, wireBytes: 10, memoryBytes: MemoryLayout<MetadataResponseBroker>.stride)
        self.brokers.reserveCapacity(brokersCount)
        for _ in 0..<brokersCount { self.brokers.append(try MetadataResponseBroker(from: &reader, version: version)) }
        if version >= 2 { self.clusterId = try reader.nullableString(flexible) }
        if version >= 1 { self.controllerId = try reader.int32() }
        let topicsCount = try reader.arrayCount(flexible, wireBytes: 8, memoryBytes: MemoryLayout<MetadataResponseTopic>.stride)
        self.topics.reserveCapacity(topicsCount)
        for _ in 0..<topicsCount { self.topics.append(try MetadataResponseTopic(from: &reader, version: version)) }
        if version >= 8 && version <= 10 { self.clusterAuthorizedOperations = try reader.int32() }
        if version >= 13 { self.errorCode = try reader.errorCode() }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 9
        if version >= 3 { writer.int32(self.throttleTimeMs) }
        writer.arrayCount(self.brokers.count, flexible)
        for index in self.brokers.indices { self.brokers[index].write(to: &writer, version: version) }
        if version >= 2 { writer.nullableString(self.clusterId, flexible) }
        if version >= 1 { writer.int32(self.controllerId) }
        writer.arrayCount(self.topics.count, flexible)
        for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
        if version >= 8 && version <= 10 { writer.int32(self.clusterAuthorizedOperations) }
        if version >= 13 { writer.errorCode(self.errorCode) }
        if flexible { writer.noTags() }
    }
}

extension MetadataResponse {
    /// Within ``MetadataResponse``.
    public struct MetadataResponseBroker: WireStruct {
        /// All versions.
        public var nodeId: Int32 = 0
        /// All versions.
        public var host: String = ""
        /// All versions.
        public var port: Int32 = 0
        /// v1+, may be null.
        public var rack: String?

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 9
            self.nodeId = try reader.int32()
            self.host = try reader.string(flexible)
            self.port = try reader.int32()
            if version >= 1 { self.rack = try reader.nullableString(flexible) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 9
            writer.int32(self.nodeId)
            writer.string(self.host, flexible)
            writer.int32(self.port)
            if version >= 1 { writer.nullableString(self.rack, flexible) }
            if flexible { writer.noTags() }
        }
    }
}

extension MetadataResponse {
    /// Within ``MetadataResponse``.
    public struct MetadataResponseTopic: WireStruct {
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// All versions, may be null in v12+.
        public var name: String? = ""
        /// v10+.
        public var topicId: KafkaUUID = .zero
        /// v1+.
        public var isInternal: Bool = false
        /// All versions.
        public var partitions: [MetadataResponsePartition] = []
        /// v8+.
        public var topicAuthorizedOperations: Int32 = -2147483648

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 9
            self.errorCode = try reader.errorCode()
            self.name = try reader.nullableString(flexible, nullable: version >= 12)
            if version >= 10 { self.topicId = try reader.uuid() }
            if version >= 1 { self.isInternal = try reader.bool() }
            let partitionsCount = try reader.arrayCount(
                flexible, wireBytes: 18, memoryBytes: MemoryLayout<MetadataResponsePartition>.stride)
            self.partitions.reserveCapacity(partitionsCount)
            for _ in 0..<partitionsCount { self.partitions.append(try MetadataResponsePartition(from: &reader, version: version)) }
            if version >= 8 { self.topicAuthorizedOperations = try reader.int32() }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 9
            writer.errorCode(self.errorCode)
            if version >= 12 {
                writer.nullableString(self.name, flexible)
            } else {
                writer.string(self.name ?? "", flexible)
            }
            if version >= 10 { writer.uuid(self.topicId) }
            if version >= 1 { writer.bool(self.isInternal) }
            writer.arrayCount(self.partitions.count, flexible)
            for index in self.partitions.indices { self.partitions[index].write(to: &writer, version: version) }
            if version >= 8 { writer.int32(self.topicAuthorizedOperations) }
            if flexible { writer.noTags() }
        }
    }
}

extension MetadataResponse {
    /// Within ``MetadataResponse``.
    public struct MetadataResponsePartition: WireStruct {
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// All versions.
        public var partitionIndex: Int32 = 0
        /// All versions.
        public var leaderId: Int32 = 0
        /// v7+.
        public var leaderEpoch: Int32 = -1
        /// All versions.
        public var replicaNodes: [Int32] = []
        /// All versions.
        public var isrNodes: [Int32] = []
        /// v5+.
        public var offlineReplicas: [Int32] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 9
            self.errorCode = try reader.errorCode()
            self.partitionIndex = try reader.int32()
            self.leaderId = try reader.int32()
            if version >= 7 { self.leaderEpoch = try reader.int32() }
            self.replicaNodes = try reader.int32s(flexible)
            self.isrNodes = try reader.int32s(flexible)
            if version >= 5 { self.offlineReplicas = try reader.int32s(flexible) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 9
            writer.errorCode(self.errorCode)
            writer.int32(self.partitionIndex)
            writer.int32(self.leaderId)
            if version >= 7 { writer.int32(self.leaderEpoch) }
            writer.int32s(self.replicaNodes, flexible)
            writer.int32s(self.isrNodes, flexible)
            if version >= 5 { writer.int32s(self.offlineReplicas, flexible) }
            if flexible { writer.noTags() }
        }
    }
}
