// Made by schema-compiler from Schemas/DescribeTopicPartitions.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells a topic's partitions page by page (KIP-966).
///
/// Response, v0, flexible.
public struct DescribeTopicPartitionsResponse: ResponseMessage {
    public static let apiKey = ApiKey.describeTopicPartitions
    public static let versions: ClosedRange<Int16> = 0...0
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var topics: [DescribeTopicPartitionsResponseTopic] = []
    /// All versions, may be null.
    public var nextCursor: Cursor?

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.throttleTimeMs = try reader.int32()
        let topicsCount = try reader.arrayCount(true, wireBytes: 26, memoryBytes: MemoryLayout<DescribeTopicPartitionsResponseTopic>.stride)
        self.topics.reserveCapacity(topicsCount)
        for _ in 0..<topicsCount { self.topics.append(try DescribeTopicPartitionsResponseTopic(from: &reader, version: version)) }
        self.nextCursor = try reader.isPresent() ? try Cursor(from: &reader, version: version) : nil
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.int32(self.throttleTimeMs)
        writer.arrayCount(self.topics.count, true)
        for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
        writer.present(self.nextCursor != nil)
        if let value = self.nextCursor { value.write(to: &writer, version: version) }
        writer.noTags()
    }
}

extension DescribeTopicPartitionsResponse {
    /// Within ``DescribeTopicPartitionsResponse``.
    public struct DescribeTopicPartitionsResponseTopic: WireStruct {
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// All versions, may be null.
        public var name: String? = ""
        /// All versions.
        public var topicId: KafkaUUID = .zero
        /// All versions.
        public var isInternal: Bool = false
        /// All versions.
        public var partitions: [DescribeTopicPartitionsResponsePartition] = []
        /// All versions.
        public var topicAuthorizedOperations: Int32 = -2147483648

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.errorCode = try reader.errorCode()
            self.name = try reader.nullableString(true)
            self.topicId = try reader.uuid()
            self.isInternal = try reader.bool()
            let partitionsCount = try reader.arrayCount(
                true, wireBytes: 20, memoryBytes: MemoryLayout<DescribeTopicPartitionsResponsePartition>.stride)
            self.partitions.reserveCapacity(partitionsCount)
            for _ in 0..<partitionsCount {
                self.partitions.append(try DescribeTopicPartitionsResponsePartition(from: &reader, version: version))
            }
            self.topicAuthorizedOperations = try reader.int32()
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.errorCode(self.errorCode)
            writer.nullableString(self.name, true)
            writer.uuid(self.topicId)
            writer.bool(self.isInternal)
            writer.arrayCount(self.partitions.count, true)
            for index in self.partitions.indices { self.partitions[index].write(to: &writer, version: version) }
            writer.int32(self.topicAuthorizedOperations)
            writer.noTags()
        }
    }
}

extension DescribeTopicPartitionsResponse {
    /// Within ``DescribeTopicPartitionsResponse``.
    public struct DescribeTopicPartitionsResponsePartition: WireStruct {
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// All versions.
        public var partitionIndex: Int32 = 0
        /// All versions.
        public var leaderId: Int32 = 0
        /// All versions.
        public var leaderEpoch: Int32 = -1
        /// All versions.
        public var replicaNodes: [Int32] = []
        /// All versions.
        public var isrNodes: [Int32] = []
        /// All versions, may be null.
        public var eligibleLeaderReplicas: [Int32]?
        /// All versions, may be null.
        public var lastKnownElr: [Int32]?
        /// All versions.
        public var offlineReplicas: [Int32] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.errorCode = try reader.errorCode()
            self.partitionIndex = try reader.int32()
            self.leaderId = try reader.int32()
            self.leaderEpoch = try reader.int32()
            self.replicaNodes = try reader.int32s(true)
            self.isrNodes = try reader.int32s(true)
            self.eligibleLeaderReplicas = try reader.nullableInt32s(true)
            self.lastKnownElr = try reader.nullableInt32s(true)
            self.offlineReplicas = try reader.int32s(true)
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.errorCode(self.errorCode)
            writer.int32(self.partitionIndex)
            writer.int32(self.leaderId)
            writer.int32(self.leaderEpoch)
            writer.int32s(self.replicaNodes, true)
            writer.int32s(self.isrNodes, true)
            writer.nullableInt32s(self.eligibleLeaderReplicas, true)
            writer.nullableInt32s(self.lastKnownElr, true)
            writer.int32s(self.offlineReplicas, true)
            writer.noTags()
        }
    }
}

extension DescribeTopicPartitionsResponse {
    /// Within ``DescribeTopicPartitionsResponse``.
    public struct Cursor: WireStruct {
        /// All versions.
        public var topicName: String = ""
        /// All versions.
        public var partitionIndex: Int32 = 0

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.topicName = try reader.string(true)
            self.partitionIndex = try reader.int32()
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.topicName, true)
            writer.int32(self.partitionIndex)
            writer.noTags()
        }
    }
}
