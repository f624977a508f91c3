// Made by schema-compiler from Schemas/AlterShareGroupOffsets.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Sets the start offsets of a share group (KIP-932).
///
/// Request, v0, flexible.
public struct AlterShareGroupOffsetsRequest: RequestMessage {
    public typealias Response = AlterShareGroupOffsetsResponse
    public static let apiKey = ApiKey.alterShareGroupOffsets
    public static let versions: ClosedRange<Int16> = 0...0
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var groupId: String = ""
    /// All versions.
    public var topics: [Topic] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.groupId = try reader.string(true)
        let topicsCount = try reader.arrayCount(true, wireBytes: 3, memoryBytes: MemoryLayout<Topic>.stride)
        self.topics.reserveCapacity(topicsCount)
        for _ in 0..<topicsCount { self.topics.append(try Topic(from: &reader, version: version)) }
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.string(self.groupId, true)
        writer.arrayCount(self.topics.count, true)
        for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
        writer.noTags()
    }
}

extension AlterShareGroupOffsetsRequest {
    /// Within ``AlterShareGroupOffsetsRequest``.
    public struct Topic: WireStruct {
        /// All versions.
        public var topic: String = ""
        /// All versions.
        public var partitions: [Partition] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.topic = try reader.string(true)
            let partitionsCount = try reader.arrayCount(true, wireBytes: 13, memoryBytes: MemoryLayout<Partition>.stride)
            self.partitions.reserveCapacity(partitionsCount)
            for _ in 0..<partitionsCount { self.partitions.append(try Partition(from: &reader, version: version)) }
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.topic, true)
            writer.arrayCount(self.partitions.count, true)
            for index in self.partitions.indices { self.partitions[index].write(to: &writer, version: version) }
            writer.noTags()
        }
    }
}

extension AlterShareGroupOffsetsRequest {
    /// Within ``AlterShareGroupOffsetsRequest``.
    public struct Partition: WireStruct {
        /// All versions.
        public var partitionIndex: Int32 = 0
        /// All versions.
        public var startOffset: Int64 = 0

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.partitionIndex = try reader.int32()
            self.startOffset = try reader.int64()
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.int32(self.partitionIndex)
            writer.int64(self.startOffset)
            writer.noTags()
        }
    }
}
