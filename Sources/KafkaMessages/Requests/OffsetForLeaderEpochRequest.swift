// Made by schema-compiler from Schemas/OffsetForLeaderEpoch.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells where a leader epoch ends, so that a client can see that a log was truncated.
///
/// Request, v0 to v4, flexible from v4 on.
public struct OffsetForLeaderEpochRequest: RequestMessage {
    public typealias Response = OffsetForLeaderEpochResponse
    public static let apiKey = ApiKey.offsetForLeaderEpoch
    public static let versions: ClosedRange<Int16> = 0...4
    public static let firstFlexibleVersion: Int16 = 4

    /// v3+.
    public var replicaId: Int32 = -2
    /// All versions.
    public var topics: [OffsetForLeaderTopic] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 4
        if version >= 3 { self.replicaId = try reader.int32() }
        let topicsCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<OffsetForLeaderTopic>.stride)
        self.topics.reserveCapacity(topicsCount)
        for _ in 0..<topicsCount { self.topics.append(try OffsetForLeaderTopic(from: &reader, version: version)) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 4
        if version >= 3 { writer.int32(self.replicaId) }
        writer.arrayCount(self.topics.count, flexible)
        for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension OffsetForLeaderEpochRequest {
    /// Within ``OffsetForLeaderEpochRequest``.
    public struct OffsetForLeaderTopic: WireStruct {
        /// All versions.
        public var topic: String = ""
        /// All versions.
        public var partitions: [OffsetForLeaderPartition] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 4
            self.topic = try reader.string(flexible)
            let partitionsCount = try reader.arrayCount(flexible, wireBytes: 8, memoryBytes: MemoryLayout<OffsetForLeaderPartition>.stride)
            self.partitions.reserveCapacity(partitionsCount)
            for _ in 0..<partitionsCount { self.partitions.append(try OffsetForLeaderPartition(from: &reader, version: version)) }
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

extension OffsetForLeaderEpochRequest {
    /// Within ``OffsetForLeaderEpochRequest``.
    public struct OffsetForLeaderPartition: WireStruct {
        /// All versions.
        public var partition: Int32 = 0
        /// v2+.
        public var currentLeaderEpoch: Int32 = -1
        /// All versions.
        public var leaderEpoch: Int32 = 0

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 4
            self.partition = try reader.int32()
            if version >= 2 { self.currentLeaderEpoch = try reader.int32() }
            self.leaderEpoch = try reader.int32()
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 4
            writer.int32(self.partition)
            if version >= 2 { writer.int32(self.currentLeaderEpoch) }
            writer.int32(self.leaderEpoch)
            if flexible { writer.noTags() }
        }
    }
}
