// Made by schema-compiler from Schemas/OffsetCommit.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Commits the offsets of a group.
///
/// Response, v0 to v10, flexible from v8 on.
public struct OffsetCommitResponse: ResponseMessage {
    public static let apiKey = ApiKey.offsetCommit
    public static let versions: ClosedRange<Int16> = 0...10
    public static let firstFlexibleVersion: Int16 = 8

    /// v3+.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var topics: [OffsetCommitResponseTopic] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 8
        if version >= 3 { self.throttleTimeMs = try reader.int32() }
        let topicsCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<OffsetCommitResponseTopic>.stride)
        self.topics.reserveCapacity(topicsCount)
        for _ in 0..<topicsCount { self.topics.append(try OffsetCommitResponseTopic(from: &reader, version: version)) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 8
        if version >= 3 { writer.int32(self.throttleTimeMs) }
        writer.arrayCount(self.topics.count, flexible)
        for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension OffsetCommitResponse {
    /// Within ``OffsetCommitResponse``.
    public struct OffsetCommitResponseTopic: WireStruct {
        /// v0-9.
        public var name: String = ""
        /// v10+.
        public var topicId: KafkaUUID = .zero
        /// All versions.
        public var partitions: [OffsetCommitResponsePartition] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 8
            if version <= 9 { self.name = try reader.string(flexible) }
            if version >= 10 { self.topicId = try reader.uuid() }
            let partitionsCount = try reader.arrayCount(
                flexible, wireBytes: 6, memoryBytes: MemoryLayout<OffsetCommitResponsePartition>.stride)
            self.partitions.reserveCapacity(partitionsCount)
            for _ in 0..<partitionsCount { self.partitions.append(try OffsetCommitResponsePartition(from: &reader, version: version)) }
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

extension OffsetCommitResponse {
    /// Within ``OffsetCommitResponse``.
    public struct OffsetCommitResponsePartition: WireStruct {
        /// All versions.
        public var partitionIndex: Int32 = 0
        /// All versions.
        public var errorCode: ErrorCode = .none

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 8
            self.partitionIndex = try reader.int32()
            self.errorCode = try reader.errorCode()
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 8
            writer.int32(self.partitionIndex)
            writer.errorCode(self.errorCode)
            if flexible { writer.noTags() }
        }
    }
}
