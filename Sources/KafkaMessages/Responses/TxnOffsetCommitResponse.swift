// Made by schema-compiler from Schemas/TxnOffsetCommit.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Commits a group's offsets within a transaction.
///
/// Response, v0 to v5, flexible from v3 on.
public struct TxnOffsetCommitResponse: ResponseMessage {
    public static let apiKey = ApiKey.txnOffsetCommit
    public static let versions: ClosedRange<Int16> = 0...5
    public static let firstFlexibleVersion: Int16 = 3

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var topics: [TxnOffsetCommitResponseTopic] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 3
        self.throttleTimeMs = try reader.int32()
        let topicsCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<TxnOffsetCommitResponseTopic>.stride)
        self.topics.reserveCapacity(topicsCount)
        for _ in 0..<topicsCount { self.topics.append(try TxnOffsetCommitResponseTopic(from: &reader, version: version)) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 3
        writer.int32(self.throttleTimeMs)
        writer.arrayCount(self.topics.count, flexible)
        for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension TxnOffsetCommitResponse {
    /// Within ``TxnOffsetCommitResponse``.
    public struct TxnOffsetCommitResponseTopic: WireStruct {
        /// All versions.
        public var name: String = ""
        /// All versions.
        public var partitions: [TxnOffsetCommitResponsePartition] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 3
            self.name = try reader.string(flexible)
            let partitionsCount = try reader.arrayCount(
                flexible, wireBytes: 6, memoryBytes: MemoryLayout<TxnOffsetCommitResponsePartition>.stride)
            self.partitions.reserveCapacity(partitionsCount)
            for _ in 0..<partitionsCount { self.partitions.append(try TxnOffsetCommitResponsePartition(from: &reader, version: version)) }
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

extension TxnOffsetCommitResponse {
    /// Within ``TxnOffsetCommitResponse``.
    public struct TxnOffsetCommitResponsePartition: WireStruct {
        /// All versions.
        public var partitionIndex: Int32 = 0
        /// All versions.
        public var errorCode: ErrorCode = .none

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 3
            self.partitionIndex = try reader.int32()
            self.errorCode = try reader.errorCode()
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 3
            writer.int32(self.partitionIndex)
            writer.errorCode(self.errorCode)
            if flexible { writer.noTags() }
        }
    }
}
