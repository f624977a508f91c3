// Made by schema-compiler from Schemas/AlterPartitionReassignments.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Begins or cancels the move of partitions to other brokers.
///
/// Request, v0 to v1, flexible.
public struct AlterPartitionReassignmentsRequest: RequestMessage {
    public typealias Response = AlterPartitionReassignmentsResponse
    public static let apiKey = ApiKey.alterPartitionReassignments
    public static let versions: ClosedRange<Int16> = 0...1
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var timeoutMs: Int32 = 60000
    /// v1+.
    public var allowReplicationFactorChange: Bool = true
    /// All versions.
    public var topics: [ReassignableTopic] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.timeoutMs = try reader.int32()
        if version >= 1 { self.allowReplicationFactorChange = try reader.bool() }
        let topicsCount = try reader.arrayCount(true, wireBytes: 3, memoryBytes: MemoryLayout<ReassignableTopic>.stride)
        self.topics.reserveCapacity(topicsCount)
        for _ in 0..<topicsCount { self.topics.append(try ReassignableTopic(from: &reader, version: version)) }
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.int32(self.timeoutMs)
        if version >= 1 { writer.bool(self.allowReplicationFactorChange) }
        writer.arrayCount(self.topics.count, true)
        for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
        writer.noTags()
    }
}

extension AlterPartitionReassignmentsRequest {
    /// Within ``AlterPartitionReassignmentsRequest``.
    public struct ReassignableTopic: WireStruct {
        /// All versions.
        public var name: String = ""
        /// All versions.
        public var partitions: [ReassignablePartition] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.name = try reader.string(true)
            let partitionsCount = try reader.arrayCount(true, wireBytes: 6, memoryBytes: MemoryLayout<ReassignablePartition>.stride)
            self.partitions.reserveCapacity(partitionsCount)
            for _ in 0..<partitionsCount { self.partitions.append(try ReassignablePartition(from: &reader, version: version)) }
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

extension AlterPartitionReassignmentsRequest {
    /// Within ``AlterPartitionReassignmentsRequest``.
    public struct ReassignablePartition: WireStruct {
        /// All versions.
        public var partitionIndex: Int32 = 0
        /// All versions, may be null.
        public var replicas: [Int32]?

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.partitionIndex = try reader.int32()
            self.replicas = try reader.nullableInt32s(true)
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.int32(self.partitionIndex)
            writer.nullableInt32s(self.replicas, true)
            writer.noTags()
        }
    }
}
