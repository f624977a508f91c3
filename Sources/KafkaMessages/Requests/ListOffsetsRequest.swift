// Made by schema-compiler from Schemas/ListOffsets.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Finds offsets by timestamp, and the first and last of a partition.
///
/// Request, v0 to v11, flexible from v6 on.
public struct ListOffsetsRequest: RequestMessage {
    public typealias Response = ListOffsetsResponse
    public static let apiKey = ApiKey.listOffsets
    public static let versions: ClosedRange<Int16> = 0...11
    public static let firstFlexibleVersion: Int16 = 6

    /// All versions.
    public var replicaId: Int32 = 0
    /// v2+.
    public var isolationLevel: Int8 = 0
    /// All versions.
    public var topics: [ListOffsetsTopic] = []
    /// v10+.
    public var timeoutMs: Int32 = 0

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 6
        self.replicaId = try reader.int32()
        if version >= 2 { self.isolationLevel = try reader.int8() }
        let topicsCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<ListOffsetsTopic>.stride)
        self.topics.reserveCapacity(topicsCount)
        for _ in 0..<topicsCount { self.topics.append(try ListOffsetsTopic(from: &reader, version: version)) }
        if version >= 10 { self.timeoutMs = try reader.int32() }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 6
        writer.int32(self.replicaId)
        if version >= 2 { writer.int8(self.isolationLevel) }
        writer.arrayCount(self.topics.count, flexible)
        for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
        if version >= 10 { writer.int32(self.timeoutMs) }
        if flexible { writer.noTags() }
    }
}

extension ListOffsetsRequest {
    /// Within ``ListOffsetsRequest``.
    public struct ListOffsetsTopic: WireStruct {
        /// All versions.
        public var name: String = ""
        /// All versions.
        public var partitions: [ListOffsetsPartition] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 6
            self.name = try reader.string(flexible)
            let partitionsCount = try reader.arrayCount(flexible, wireBytes: 12, memoryBytes: MemoryLayout<ListOffsetsPartition>.stride)
            self.partitions.reserveCapacity(partitionsCount)
            for _ in 0..<partitionsCount { self.partitions.append(try ListOffsetsPartition(from: &reader, version: version)) }
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

extension ListOffsetsRequest {
    /// Within ``ListOffsetsRequest``.
    public struct ListOffsetsPartition: WireStruct {
        /// All versions.
        public var partitionIndex: Int32 = 0
        /// v4+.
        public var currentLeaderEpoch: Int32 = -1
        /// All versions.
        public var timestamp: Int64 = 0
        /// v0.
        public var maxNumOffsets: Int32 = 1

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 6
            self.partitionIndex = try reader.int32()
            if version >= 4 { self.currentLeaderEpoch = try reader.int32() }
            self.timestamp = try reader.int64()
            if version <= 0 { self.maxNumOffsets = try reader.int32() }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 6
            writer.int32(self.partitionIndex)
            if version >= 4 { writer.int32(self.currentLeaderEpoch) }
            writer.int64(self.timestamp)
            if version <= 0 { writer.int32(self.maxNumOffsets) }
            if flexible { writer.noTags() }
        }
    }
}
