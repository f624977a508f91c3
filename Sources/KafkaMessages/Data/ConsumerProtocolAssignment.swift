// Made by schema-compiler from Schemas/ConsumerProtocolAssignment.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol
public import NIOCore

/// What a consumer gets from its group's leader, inside SyncGroup's assignment; a 16-bit version comes before it.
///
/// Data, v0 to v3, never flexible.
public struct ConsumerProtocolAssignment: WireMessage {
    public static let versions: ClosedRange<Int16> = 0...3
    public static let firstFlexibleVersion: Int16 = .max

    /// All versions.
    public var assignedPartitions: [TopicPartition] = []
    /// All versions, may be null.
    public var userData: ByteBuffer?

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let assignedPartitionsCount = try reader.arrayCount(false, wireBytes: 6, memoryBytes: MemoryLayout<TopicPartition>.stride)
        self.assignedPartitions.reserveCapacity(assignedPartitionsCount)
        for _ in 0..<assignedPartitionsCount { self.assignedPartitions.append(try TopicPartition(from: &reader, version: version)) }
        self.userData = try reader.nullableBytes(false)
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.arrayCount(self.assignedPartitions.count, false)
        for index in self.assignedPartitions.indices { self.assignedPartitions[index].write(to: &writer, version: version) }
        writer.nullableBytes(self.userData, false)
    }
}

extension ConsumerProtocolAssignment {
    /// Within ``ConsumerProtocolAssignment``.
    public struct TopicPartition: WireStruct {
        /// All versions.
        public var topic: String = ""
        /// All versions.
        public var partitions: [Int32] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.topic = try reader.string(false)
            self.partitions = try reader.int32s(false)
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.topic, false)
            writer.int32s(self.partitions, false)
        }
    }
}
