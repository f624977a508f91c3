// Made by schema-compiler from Schemas/OffsetCommit.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Commits the offsets of a group.
///
/// Request, v0 to v10, flexible from v8 on.
public struct OffsetCommitRequest: RequestMessage {
    public typealias Response = OffsetCommitResponse
    public static let apiKey = ApiKey.offsetCommit
    public static let versions: ClosedRange<Int16> = 0...10
    public static let firstFlexibleVersion: Int16 = 8

    /// All versions.
    public var groupId: String = ""
    /// v1+.
    public var generationIdOrMemberEpoch: Int32 = -1
    /// v1+.
    public var memberId: String = ""
    /// v7+, may be null.
    public var groupInstanceId: String?
    /// v2-4.
    public var retentionTimeMs: Int64 = -1
    /// All versions.
    public var topics: [OffsetCommitRequestTopic] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 8
        self.groupId = try reader.string(flexible)
        if version >= 1 { self.generationIdOrMemberEpoch = try reader.int32() }
        if version >= 1 { self.memberId = try reader.string(flexible) }
        if version >= 7 { self.groupInstanceId = try reader.nullableString(flexible) }
        if version >= 2 && version <= 4 { self.retentionTimeMs = try reader.int64() }
        let topicsCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<OffsetCommitRequestTopic>.stride)
        self.topics.reserveCapacity(topicsCount)
        for _ in 0..<topicsCount { self.topics.append(try OffsetCommitRequestTopic(from: &reader, version: version)) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 8
        writer.string(self.groupId, flexible)
        if version >= 1 { writer.int32(self.generationIdOrMemberEpoch) }
        if version >= 1 { writer.string(self.memberId, flexible) }
        if version >= 7 { writer.nullableString(self.groupInstanceId, flexible) }
        if version >= 2 && version <= 4 { writer.int64(self.retentionTimeMs) }
        writer.arrayCount(self.topics.count, flexible)
        for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension OffsetCommitRequest {
    /// Within ``OffsetCommitRequest``.
    public struct OffsetCommitRequestTopic: WireStruct {
        /// v0-9.
        public var name: String = ""
        /// v10+.
        public var topicId: KafkaUUID = .zero
        /// All versions.
        public var partitions: [OffsetCommitRequestPartition] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 8
            if version <= 9 { self.name = try reader.string(flexible) }
            if version >= 10 { self.topicId = try reader.uuid() }
            let partitionsCount = try reader.arrayCount(
                flexible, wireBytes: 14, memoryBytes: MemoryLayout<OffsetCommitRequestPartition>.stride)
            self.partitions.reserveCapacity(partitionsCount)
            for _ in 0..<partitionsCount { self.partitions.append(try OffsetCommitRequestPartition(from: &reader, version: version)) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 8
            if version <= 9 { writer.string(self.name, flexible) }
            if version >= 10 { writer.uuid(self.topicId) }
            writer.arrayCount(self.partitions.count, flexible)
            for index in self.partitions.indices { self.partitions[index].write(to: &writer, version: version) }
            if flexible { writer.noTags() }
        }
    }
}

extension OffsetCommitRequest {
    /// Within ``OffsetCommitRequest``.
    public struct OffsetCommitRequestPartition: WireStruct {
        /// All versions.
        public var partitionIndex: Int32 = 0
        /// All versions.
        public var committedOffset: Int64 = 0
        /// v6+.
        public var committedLeaderEpoch: Int32 = -1
        /// v1.
        public var commitTimestamp: Int64 = -1
        /// All versions, may be null.
        public var committedMetadata: String? = ""

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 8
            self.partitionIndex = try reader.int32()
            self.committedOffset = try reader.int64()
            if version >= 6 { self.committedLeaderEpoch = try reader.int32() }
            if version >= 1 && version <= 1 { self.commitTimestamp = try reader.int64() }
            self.committedMetadata = try reader.nullableString(flexible)
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 8
            writer.int32(self.partitionIndex)
            writer.int64(self.committedOffset)
            if version >= 6 { writer.int32(self.committedLeaderEpoch) }
            if version >= 1 && version <= 1 { writer.int64(self.commitTimestamp) }
            writer.nullableString(self.committedMetadata, flexible)
            if flexible { writer.noTags() }
        }
    }
}
