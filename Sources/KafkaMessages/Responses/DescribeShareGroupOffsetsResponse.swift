// Made by schema-compiler from Schemas/DescribeShareGroupOffsets.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells the start offsets of share groups (KIP-932).
///
/// Response, v0 to v1, flexible.
public struct DescribeShareGroupOffsetsResponse: ResponseMessage {
    public static let apiKey = ApiKey.describeShareGroupOffsets
    public static let versions: ClosedRange<Int16> = 0...1
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var groups: [Group] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.throttleTimeMs = try reader.int32()
        let groupsCount = try reader.arrayCount(true, wireBytes: 6, memoryBytes: MemoryLayout<Group>.stride)
        self.groups.reserveCapacity(groupsCount)
        for _ in 0..<groupsCount { self.groups.append(try Group(from: &reader, version: version)) }
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.int32(self.throttleTimeMs)
        writer.arrayCount(self.groups.count, true)
        for index in self.groups.indices { self.groups[index].write(to: &writer, version: version) }
        writer.noTags()
    }
}

extension DescribeShareGroupOffsetsResponse {
    /// Within ``DescribeShareGroupOffsetsResponse``.
    public struct Group: WireStruct {
        /// All versions.
        public var groupId: String = ""
        /// All versions.
        public var topics: [Topic] = []
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// All versions, may be null.
        public var errorMessage: String? = ""

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.groupId = try reader.string(true)
            let topicsCount = try reader.arrayCount(true, wireBytes: 19, memoryBytes: MemoryLayout<Topic>.stride)
            self.topics.reserveCapacity(topicsCount)
            for _ in 0..<topicsCount { self.topics.append(try Topic(from: &reader, version: version)) }
            self.errorCode = try reader.errorCode()
            self.errorMessage = try reader.nullableString(true)
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.groupId, true)
            writer.arrayCount(self.topics.count, true)
            for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
            writer.errorCode(self.errorCode)
            writer.nullableString(self.errorMessage, true)
            writer.noTags()
        }
    }
}

extension DescribeShareGroupOffsetsResponse {
    /// Within ``DescribeShareGroupOffsetsResponse``.
    public struct Topic: WireStruct {
        /// All versions.
        public var topic: String = ""
        /// All versions.
        public var topicId: KafkaUUID = .zero
        /// All versions.
        public var partitions: [Partition] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.topic = try reader.string(true)
            self.topicId = try reader.uuid()
            let partitionsCount = try reader.arrayCount(true, wireBytes: 20, memoryBytes: MemoryLayout<Partition>.stride)
            self.partitions.reserveCapacity(partitionsCount)
            for _ in 0..<partitionsCount { self.partitions.append(try Partition(from: &reader, version: version)) }
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.topic, true)
            writer.uuid(self.topicId)
            writer.arrayCount(self.partitions.count, true)
            for index in self.partitions.indices { self.partitions[index].write(to: &writer, version: version) }
            writer.noTags()
        }
    }
}

extension DescribeShareGroupOffsetsResponse {
    /// Within ``DescribeShareGroupOffsetsResponse``.
    public struct Partition: WireStruct {
        /// All versions.
        public var partitionIndex: Int32 = 0
        /// All versions.
        public var startOffset: Int64 = 0
        /// All versions.
        public var leaderEpoch: Int32 = 0
        /// v1+.
        public var lag: Int64 = -1
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// All versions, may be null.
        public var errorMessage: String? = ""

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.partitionIndex = try reader.int32()
            self.startOffset = try reader.int64()
            self.leaderEpoch = try reader.int32()
            if version >= 1 { self.lag = try reader.int64() }
            self.errorCode = try reader.errorCode()
            self.errorMessage = try reader.nullableString(true)
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.int32(self.partitionIndex)
            writer.int64(self.startOffset)
            writer.int32(self.leaderEpoch)
            if version >= 1 { writer.int64(self.lag) }
            writer.errorCode(self.errorCode)
            writer.nullableString(self.errorMessage, true)
            writer.noTags()
        }
    }
}
