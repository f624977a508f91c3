// Made by schema-compiler from Schemas/ListOffsets.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Finds offsets by timestamp, and the first and last of a partition.
///
/// Response, v0 to v11, flexible from v6 on.
public struct ListOffsetsResponse: ResponseMessage {
    public static let apiKey = ApiKey.listOffsets
    public static let versions: ClosedRange<Int16> = 0...11
    public static let firstFlexibleVersion: Int16 = 6

    /// v2+.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var topics: [ListOffsetsTopicResponse] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 6
        if version >= 2 { self.throttleTimeMs = try reader.int32() }
        let topicsCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<ListOffsetsTopicResponse>.stride)
        self.topics.reserveCapacity(topicsCount)
        for _ in 0..<topicsCount { self.topics.append(try ListOffsetsTopicResponse(from: &reader, version: version)) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 6
        if version >= 2 { writer.int32(self.throttleTimeMs) }
        writer.arrayCount(self.topics.count, flexible)
        for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension ListOffsetsResponse {
    /// Within ``ListOffsetsResponse``.
    public struct ListOffsetsTopicResponse: WireStruct {
        /// All versions.
        public var name: String = ""
        /// All versions.
        public var partitions: [ListOffsetsPartitionResponse] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 6
            self.name = try reader.string(flexible)
            let partitionsCount = try reader.arrayCount(
                flexible, wireBytes: 10, memoryBytes: MemoryLayout<ListOffsetsPartitionResponse>.stride)
            self.partitions.reserveCapacity(partitionsCount)
            for _ in 0..<partitionsCount { self.partitions.append(try ListOffsetsPartitionResponse(from: &reader, version: version)) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 6
            writer.string(self.name, flexible)
            writer.arrayCount(self.partitions.count, flexible)
            for index in self.partitions.indices { self.partitions[index].write(to: &writer, version: version) }
            if flexible { writer.noTags() }
        }
    }
}

extension ListOffsetsResponse {
    /// Within ``ListOffsetsResponse``.
    public struct ListOffsetsPartitionResponse: WireStruct {
        /// All versions.
        public var partitionIndex: Int32 = 0
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// v0.
        public var oldStyleOffsets: [Int64] = []
        /// v1+.
        public var timestamp: Int64 = -1
        /// v1+.
        public var offset: Int64 = -1
        /// v4+.
        public var leaderEpoch: Int32 = -1

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 6
            self.partitionIndex = try reader.int32()
            self.errorCode = try reader.errorCode()
            if version <= 0 { self.oldStyleOffsets = try reader.int64s(flexible) }
            if version >= 1 { self.timestamp = try reader.int64() }
            if version >= 1 { self.offset = try reader.int64() }
            if version >= 4 { self.leaderEpoch = try reader.int32() }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 6
            writer.int32(self.partitionIndex)
            writer.errorCode(self.errorCode)
            if version <= 0 { writer.int64s(self.oldStyleOffsets, flexible) }
            if version >= 1 { writer.int64(self.timestamp) }
            if version >= 1 { writer.int64(self.offset) }
            if version >= 4 { writer.int32(self.leaderEpoch) }
            if flexible { writer.noTags() }
        }
    }
}
