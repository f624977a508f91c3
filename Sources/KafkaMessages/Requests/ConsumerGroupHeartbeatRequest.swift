// Made by schema-compiler from Schemas/ConsumerGroupHeartbeat.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// The one request of the consumer group protocol: joins, keeps alive, reconciles, leaves (KIP-848).
///
/// Request, v0 to v1, flexible.
public struct ConsumerGroupHeartbeatRequest: RequestMessage {
    public typealias Response = ConsumerGroupHeartbeatResponse
    public static let apiKey = ApiKey.consumerGroupHeartbeat
    public static let versions: ClosedRange<Int16> = 0...1
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var groupId: String = ""
    /// All versions.
    public var memberId: String = ""
    /// All versions.
    public var memberEpoch: Int32 = 0
    /// All versions, may be null.
    public var instanceId: String?
    /// All versions, may be null.
    public var rackId: String?
    /// All versions.
    public var rebalanceTimeoutMs: Int32 = -1
    /// All versions, may be null.
    public var subscribedTopicNames: [String]?
    /// v1+, may be null.
    public var subscribedTopicRegex: String?
    /// All versions, may be null.
    public var serverAssignor: String?
    /// All versions, may be null.
    public var topicPartitions: [TopicPartitions]?

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.groupId = try reader.string(true)
        self.memberId = try reader.string(true)
        self.memberEpoch = try reader.int32()
        self.instanceId = try reader.nullableString(true)
        self.rackId = try reader.nullableString(true)
        self.rebalanceTimeoutMs = try reader.int32()
        self.subscribedTopicNames = try reader.nullableStrings(true)
        if version >= 1 { self.subscribedTopicRegex = try reader.nullableString(true) }
        self.serverAssignor = try reader.nullableString(true)
        if let count = try reader.nullableArrayCount(true, wireBytes: 18, memoryBytes: MemoryLayout<TopicPartitions>.stride) {
            var elements: [TopicPartitions] = []
            elements.reserveCapacity(count)
            for _ in 0..<count { elements.append(try TopicPartitions(from: &reader, version: version)) }
            self.topicPartitions = elements
        } else {
            self.topicPartitions = nil
        }
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.string(self.groupId, true)
        writer.string(self.memberId, true)
        writer.int32(self.memberEpoch)
        writer.nullableString(self.instanceId, true)
        writer.nullableString(self.rackId, true)
        writer.int32(self.rebalanceTimeoutMs)
        writer.nullableStrings(self.subscribedTopicNames, true)
        if version >= 1 { writer.nullableString(self.subscribedTopicRegex, true) }
        writer.nullableString(self.serverAssignor, true)
        if let elements = self.topicPartitions {
            writer.arrayCount(elements.count, true)
            for index in elements.indices { elements[index].write(to: &writer, version: version) }
        } else {
            writer.nullArray(true)
        }
        writer.noTags()
    }
}

extension ConsumerGroupHeartbeatRequest {
    /// Within ``ConsumerGroupHeartbeatRequest``.
    public struct TopicPartitions: WireStruct {
        /// All versions.
        public var topicId: KafkaUUID = .zero
        /// All versions.
        public var partitions: [Int32] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.topicId = try reader.uuid()
            self.partitions = try reader.int32s(true)
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.uuid(self.topicId)
            writer.int32s(self.partitions, true)
            writer.noTags()
        }
    }
}
