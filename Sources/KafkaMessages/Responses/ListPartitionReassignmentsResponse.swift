// Made by schema-compiler from Schemas/ListPartitionReassignments.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Lists the moves of partitions under way.
///
/// Response, v0, flexible.
public struct ListPartitionReassignmentsResponse: ResponseMessage {
    public static let apiKey = ApiKey.listPartitionReassignments
    public static let versions: ClosedRange<Int16> = 0...0
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var errorCode: ErrorCode = .none
    /// All versions, may be null.
    public var errorMessage: String? = ""
    /// All versions.
    public var topics: [OngoingTopicReassignment] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.throttleTimeMs = try reader.int32()
        self.errorCode = try reader.errorCode()
        self.errorMessage = try reader.nullableString(true)
        let topicsCount = try reader.arrayCount(true, wireBytes: 3, memoryBytes: MemoryLayout<OngoingTopicReassignment>.stride)
        self.topics.reserveCapacity(topicsCount)
        for _ in 0..<topicsCount { self.topics.append(try OngoingTopicReassignment(from: &reader, version: version)) }
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.int32(self.throttleTimeMs)
        writer.errorCode(self.errorCode)
        writer.nullableString(self.errorMessage, true)
        writer.arrayCount(self.topics.count, true)
        for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
        writer.noTags()
    }
}

extension ListPartitionReassignmentsResponse {
    /// Within ``ListPartitionReassignmentsResponse``.
    public struct OngoingTopicReassignment: WireStruct {
        /// All versions.
        public var name: String = ""
        /// All versions.
        public var partitions: [OngoingPartitionReassignment] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.name = try reader.string(true)
            let partitionsCount = try reader.arrayCount(true, wireBytes: 8, memoryBytes: MemoryLayout<OngoingPartitionReassignment>.stride)
            self.partitions.reserveCapacity(partitionsCount)
            for _ in 0..<partitionsCount { self.partitions.append(try OngoingPartitionReassignment(from: &reader, version: version)) }
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.name, true)
            writer.arrayCount(self.partitions.count, true)
            for index in self.partitions.indices { self.partitions[index].write(to: &writer, version: version) }
            writer.noTags()
        }
    }
}

extension ListPartitionReassignmentsResponse {
    /// Within ``ListPartitionReassignmentsResponse``.
    public struct OngoingPartitionReassignment: WireStruct {
        /// All versions.
        public var partitionIndex: Int32 = 0
        /// All versions.
        public var replicas: [Int32] = []
        /// All versions.
        public var addingReplicas: [Int32] = []
        /// All versions.
        public var removingReplicas: [Int32] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.partitionIndex = try reader.int32()
            self.replicas = try reader.int32s(true)
            self.addingReplicas = try reader.int32s(true)
            self.removingReplicas = try reader.int32s(true)
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.int32(self.partitionIndex)
            writer.int32s(self.replicas, true)
            writer.int32s(self.addingReplicas, true)
            writer.int32s(self.removingReplicas, true)
            writer.noTags()
        }
    }
}
