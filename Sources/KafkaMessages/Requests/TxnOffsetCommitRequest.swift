// Made by schema-compiler from Schemas/TxnOffsetCommit.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Commits a group's offsets within a transaction.
///
/// Request, v0 to v5, flexible from v3 on.
public struct TxnOffsetCommitRequest: RequestMessage {
    public typealias Response = TxnOffsetCommitResponse
    public static let apiKey = ApiKey.txnOffsetCommit
    public static let versions: ClosedRange<Int16> = 0...5
    public static let firstFlexibleVersion: Int16 = 3

    /// All versions.
    public var transactionalId: String = ""
    /// All versions.
    public var groupId: String = ""
    /// All versions.
    public var producerId: Int64 = 0
    /// All versions.
    public var producerEpoch: Int16 = 0
    /// v3+.
    public var generationId: Int32 = -1
    /// v3+.
    public var memberId: String = ""
    /// v3+, may be null.
    public var groupInstanceId: String?
    /// All versions.
    public var topics: [TxnOffsetCommitRequestTopic] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 3
        self.transactionalId = try reader.string(flexible)
        self.groupId = try reader.string(flexible)
        self.producerId = try reader.int64()
        self.producerEpoch = try reader.int16()
        if version >= 3 { self.generationId = try reader.int32() }
        if version >= 3 { self.memberId = try reader.string(flexible) }
        if version >= 3 { self.groupInstanceId = try reader.nullableString(flexible) }
        let topicsCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<TxnOffsetCommitRequestTopic>.stride)
        self.topics.reserveCapacity(topicsCount)
        for _ in 0..<topicsCount { self.topics.append(try TxnOffsetCommitRequestTopic(from: &reader, version: version)) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 3
        writer.string(self.transactionalId, flexible)
        writer.string(self.groupId, flexible)
        writer.int64(self.producerId)
        writer.int16(self.producerEpoch)
        if version >= 3 { writer.int32(self.generationId) }
        if version >= 3 { writer.string(self.memberId, flexible) }
        if version >= 3 { writer.nullableString(self.groupInstanceId, flexible) }
        writer.arrayCount(self.topics.count, flexible)
        for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension TxnOffsetCommitRequest {
    /// Within ``TxnOffsetCommitRequest``.
    public struct TxnOffsetCommitRequestTopic: WireStruct {
        /// All versions.
        public var name: String = ""
        /// All versions.
        public var partitions: [TxnOffsetCommitRequestPartition] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 3
            self.name = try reader.string(flexible)
            let partitionsCount = try reader.arrayCount(
                flexible, wireBytes: 14, memoryBytes: MemoryLayout<TxnOffsetCommitRequestPartition>.stride)
            self.partitions.reserveCapacity(partitionsCount)
            for _ in 0..<partitionsCount { self.partitions.append(try TxnOffsetCommitRequestPartition(from: &reader, version: version)) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 3
            writer.string(self.name, flexible)
            writer.arrayCount(self.partitions.count, flexible)
            for index in self.partitions.indices { self.partitions[index].write(to: &writer, version: version) }
            if flexible { writer.noTags() }
        }
    }
}

extension TxnOffsetCommitRequest {
    /// Within ``TxnOffsetCommitRequest``.
    public struct TxnOffsetCommitRequestPartition: WireStruct {
        /// All versions.
        public var partitionIndex: Int32 = 0
        /// All versions.
        public var committedOffset: Int64 = 0
        /// v2+.
        public var committedLeaderEpoch: Int32 = -1
        /// All versions, may be null.
        public var committedMetadata: String? = ""

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 3
            self.partitionIndex = try reader.int32()
            self.committedOffset = try reader.int64()
            if version >= 2 { self.committedLeaderEpoch = try reader.int32() }
            self.committedMetadata = try reader.nullableString(flexible)
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 3
            writer.int32(self.partitionIndex)
            writer.int64(self.committedOffset)
            if version >= 2 { writer.int32(self.committedLeaderEpoch) }
            writer.nullableString(self.committedMetadata, flexible)
            if flexible { writer.noTags() }
        }
    }
}
