// Made by schema-compiler from Schemas/OffsetDelete.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Deletes committed offsets of a group.
///
/// Request, v0, never flexible.
public struct OffsetDeleteRequest: RequestMessage {
    public typealias Response = OffsetDeleteResponse
    public static let apiKey = ApiKey.offsetDelete
    public static let versions: ClosedRange<Int16> = 0...0
    public static let firstFlexibleVersion: Int16 = .max

    /// All versions.
    public var groupId: String = ""
    /// All versions.
    public var topics: [OffsetDeleteRequestTopic] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.groupId = try reader.string(false)
        let topicsCount = try reader.arrayCount(false, wireBytes: 6, memoryBytes: MemoryLayout<OffsetDeleteRequestTopic>.stride)
        self.topics.reserveCapacity(topicsCount)
        for _ in 0..<topicsCount { self.topics.append(try OffsetDeleteRequestTopic(from: &reader, version: version)) }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.string(self.groupId, false)
        writer.arrayCount(self.topics.count, false)
        for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
    }
}

extension OffsetDeleteRequest {
    /// Within ``OffsetDeleteRequest``.
    public struct OffsetDeleteRequestTopic: WireStruct {
        /// All versions.
        public var name: String = ""
        /// All versions.
        public var partitions: [OffsetDeleteRequestPartition] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.name = try reader.string(false)
            let partitionsCount = try reader.arrayCount(false, wireBytes: 4, memoryBytes: MemoryLayout<OffsetDeleteRequestPartition>.stride)
            self.partitions.reserveCapacity(partitionsCount)
            for _ in 0..<partitionsCount { self.partitions.append(try OffsetDeleteRequestPartition(from: &reader, version: version)) }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.name, false)
            writer.arrayCount(self.partitions.count, false)
            for index in self.partitions.indices { self.partitions[index].write(to: &writer, version: version) }
        }
    }
}

extension OffsetDeleteRequest {
    /// Within ``OffsetDeleteRequest``.
    public struct OffsetDeleteRequestPartition: WireStruct {
        /// All versions.
        public var partitionIndex: Int32 = 0

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.partitionIndex = try reader.int32()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.int32(self.partitionIndex)
        }
    }
}
