// Made by schema-compiler from Schemas/ConsumerGroupHeartbeat.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// The one request of the consumer group protocol: joins, keeps alive, reconciles, leaves (KIP-848).
///
/// Response, v0 to v1, flexible.
public struct ConsumerGroupHeartbeatResponse: ResponseMessage {
    public static let apiKey = ApiKey.consumerGroupHeartbeat
    public static let versions: ClosedRange<Int16> = 0...1
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var errorCode: ErrorCode = .none
    /// All versions, may be null.
    public var errorMessage: String?
    /// All versions, may be null.
    public var memberId: String?
    /// All versions.
    public var memberEpoch: Int32 = 0
    /// All versions.
    public var heartbeatIntervalMs: Int32 = 0
    /// All versions, may be null.
    public var assignment: Assignment?

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.throttleTimeMs = try reader.int32()
        self.errorCode = try reader.errorCode()
        self.errorMessage = try reader.nullableString(true)
        self.memberId = try reader.nullableString(true)
        self.memberEpoch = try reader.int32()
        self.heartbeatIntervalMs = try reader.int32()
        self.assignment = try reader.isPresent() ? try Assignment(from: &reader, version: version) : nil
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.int32(self.throttleTimeMs)
        writer.errorCode(self.errorCode)
        writer.nullableString(self.errorMessage, true)
        writer.nullableString(self.memberId, true)
        writer.int32(self.memberEpoch)
        writer.int32(self.heartbeatIntervalMs)
        writer.present(self.assignment != nil)
        if let value = self.assignment { value.write(to: &writer, version: version) }
        writer.noTags()
    }
}

extension ConsumerGroupHeartbeatResponse {
    /// Within ``ConsumerGroupHeartbeatResponse``.
    public struct Assignment: WireStruct {
        /// All versions.
        public var topicPartitions: [TopicPartitions] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let topicPartitionsCount = try reader.arrayCount(true, wireBytes: 18, memoryBytes: MemoryLayout<TopicPartitions>.stride)
            self.topicPartitions.reserveCapacity(topicPartitionsCount)
            for _ in 0..<topicPartitionsCount { self.topicPartitions.append(try TopicPartitions(from: &reader, version: version)) }
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.arrayCount(self.topicPartitions.count, true)
            for index in self.topicPartitions.indices { self.topicPartitions[index].write(to: &writer, version: version) }
            writer.noTags()
        }
    }
}

extension ConsumerGroupHeartbeatResponse {
    /// Within ``ConsumerGroupHeartbeatResponse``.
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
