// Made by schema-compiler from Schemas/OffsetDelete.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Deletes committed offsets of a group.
///
/// Response, v0, never flexible.
public struct OffsetDeleteResponse: ResponseMessage {
    public static let apiKey = ApiKey.offsetDelete
    public static let versions: ClosedRange<Int16> = 0...0
    public static let firstFlexibleVersion: Int16 = .max

    /// All versions.
    public var errorCode: ErrorCode = .none
    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var topics: [OffsetDeleteResponseTopic] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.errorCode = try reader.errorCode()
        self.throttleTimeMs = try reader.int32()
        let topicsCount = try reader.arrayCount(false, wireBytes: 6, memoryBytes: MemoryLayout<OffsetDeleteResponseTopic>.stride)
        self.topics.reserveCapacity(topicsCount)
        for _ in 0..<topicsCount { self.topics.append(try OffsetDeleteResponseTopic(from: &reader, version: version)) }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.errorCode(self.errorCode)
        writer.int32(self.throttleTimeMs)
        writer.arrayCount(self.topics.count, false)
        for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
    }
}

extension OffsetDeleteResponse {
    /// Within ``OffsetDeleteResponse``.
    public struct OffsetDeleteResponseTopic: WireStruct {
        /// All versions.
        public var name: String = ""
        /// All versions.
        public var partitions: [OffsetDeleteResponsePartition] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.name = try reader.string(false)
            let partitionsCount = try reader.arrayCount(
                false, wireBytes: 6, memoryBytes: MemoryLayout<OffsetDeleteResponsePartition>.stride)
            self.partitions.reserveCapacity(partitionsCount)
            for _ in 0..<partitionsCount { self.partitions.append(try OffsetDeleteResponsePartition(from: &reader, version: version)) }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.name, false)
            writer.arrayCount(self.partitions.count, false)
            for index in self.partitions.indices { self.partitions[index].write(to: &writer, version: version) }
        }
    }
}

extension OffsetDeleteResponse {
    /// Within ``OffsetDeleteResponse``.
    public struct OffsetDeleteResponsePartition: WireStruct {
        /// All versions.
        public var partitionIndex: Int32 = 0
        /// All versions.
        public var errorCode: ErrorCode = .none

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.partitionIndex = try reader.int32()
            self.errorCode = try reader.errorCode()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.int32(self.partitionIndex)
            writer.errorCode(self.errorCode)
        }
    }
}
