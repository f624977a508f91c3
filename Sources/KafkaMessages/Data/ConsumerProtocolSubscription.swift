// Made by schema-compiler from Schemas/ConsumerProtocolSubscription.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol
public import NIOCore

/// What a consumer tells its group's leader, inside JoinGroup's metadata; a 16-bit version comes before it.
///
/// Data, v0 to v3, never flexible.
public struct ConsumerProtocolSubscription: WireMessage {
    public static let versions: ClosedRange<Int16> = 0...3
    public static let firstFlexibleVersion: Int16 = .max

    /// All versions.
    public var topics: [String] = []
    /// All versions, may be null.
    public var userData: ByteBuffer?
    /// v1+.
    public var ownedPartitions: [TopicPartition] = []
    /// v2+.
    public var generationId: Int32 = -1
    /// v3+, may be null.
    public var rackId: String?

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.topics = try reader.strings(false)
        self.userData = try reader.nullableBytes(false)
        if version >= 1 {
            let ownedPartitionsCount = try reader.arrayCount(false, wireBytes: 6, memoryBytes: MemoryLayout<TopicPartition>.stride)
            self.ownedPartitions.reserveCapacity(ownedPartitionsCount)
            for _ in 0..<ownedPartitionsCount { self.ownedPartitions.append(try TopicPartition(from: &reader, version: version)) }
        }
        if version >= 2 { self.generationId = try reader.int32() }
        if version >= 3 { self.rackId = try reader.nullableString(false) }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.strings(self.topics, false)
        writer.nullableBytes(self.userData, false)
        if version >= 1 {
            writer.arrayCount(self.ownedPartitions.count, false)
            for index in self.ownedPartitions.indices { self.ownedPartitions[index].write(to: &writer, version: version) }
        }
        if version >= 2 { writer.int32(self.generationId) }
        if version >= 3 { writer.nullableString(self.rackId, false) }
    }
}

extension ConsumerProtocolSubscription {
    /// Within ``ConsumerProtocolSubscription``.
    public struct TopicPartition: WireStruct {
        /// v1+.
        public var topic: String = ""
        /// v1+.
        public var partitions: [Int32] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            if version >= 1 { self.topic = try reader.string(false) }
            if version >= 1 { self.partitions = try reader.int32s(false) }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            if version >= 1 { writer.string(self.topic, false) }
            if version >= 1 { writer.int32s(self.partitions, false) }
        }
    }
}
