// Made by schema-compiler from Schemas/OffsetForLeaderEpoch.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells where a leader epoch ends, so that a client can see that a log was truncated.
///
/// Response, v0 to v4, flexible from v4 on.
public struct OffsetForLeaderEpochResponse: ResponseMessage {
    public static let apiKey = ApiKey.offsetForLeaderEpoch
    public static let versions: ClosedRange<Int16> = 0...4
    public static let firstFlexibleVersion: Int16 = 4

    /// v2+.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var topics: [OffsetForLeaderTopicResult] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 4
        if version >= 2 { self.throttleTimeMs = try reader.int32() }
        let topicsCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<OffsetForLeaderTopicResult>.stride)
        self.topics.reserveCapacity(topicsCount)
        for _ in 0..<topicsCount { self.topics.append(try OffsetForLeaderTopicResult(from: &reader, version: version)) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 4
        if version >= 2 { writer.int32(self.throttleTimeMs) }
        writer.arrayCount(self.topics.count, flexible)
        for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension OffsetForLeaderEpochResponse {
    /// Within ``OffsetForLeaderEpochResponse``.
    public struct OffsetForLeaderTopicResult: WireStruct {
        /// All versions.
        public var topic: String = ""
        /// All versions.
        public var partitions: [EpochEndOffset] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 4
            self.topic = try reader.string(flexible)
            let partitionsCount = try reader.arrayCount(flexible, wireBytes: 14, memoryBytes: MemoryLayout<EpochEndOffset>.stride)
            self.partitions.reserveCapacity(partitionsCount)
            for _ in 0..<partitionsCount { self.partitions.append(try EpochEndOffset(from: &reader, version: version)) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 4
            writer.string(self.topic, flexible)
            writer.arrayCount(self.partitions.count, flexible)
            for index in self.partitions.indices { self.partitions[index].write(to: &writer, version: version) }
            if flexible { writer.noTags() }
        }
    }
}

extension OffsetForLeaderEpochResponse {
    /// Within ``OffsetForLeaderEpochResponse``.
    public struct EpochEndOffset: WireStruct {
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// All versions.
        public var partition: Int32 = 0
        /// v1+.
        public var leaderEpoch: Int32 = -1
        /// All versions.
        public var endOffset: Int64 = -1

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 4
            self.errorCode = try reader.errorCode()
            self.partition = try reader.int32()
            if version >= 1 { self.leaderEpoch = try reader.int32() }
            self.endOffset = try reader.int64()
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 4
            writer.errorCode(self.errorCode)
            writer.int32(self.partition)
            if version >= 1 { writer.int32(self.leaderEpoch) }
            writer.int64(self.endOffset)
            if flexible { writer.noTags() }
        }
    }
}
