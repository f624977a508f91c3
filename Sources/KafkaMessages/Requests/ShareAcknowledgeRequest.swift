// Made by schema-compiler from Schemas/ShareAcknowledge.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Acknowledges records acquired with ShareFetch (KIP-932).
///
/// Request, v1 to v2, flexible from v0 on.
public struct ShareAcknowledgeRequest: RequestMessage {
    public typealias Response = ShareAcknowledgeResponse
    public static let apiKey = ApiKey.shareAcknowledge
    public static let versions: ClosedRange<Int16> = 1...2
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions, may be null.
    public var groupId: String? = ""
    /// All versions, may be null.
    public var memberId: String? = ""
    /// All versions.
    public var shareSessionEpoch: Int32 = 0
    /// v2+.
    public var isRenewAck: Bool = false
    /// All versions.
    public var topics: [Topic] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.groupId = try reader.nullableString(true)
        self.memberId = try reader.nullableString(true)
        self.shareSessionEpoch = try reader.int32()
        if version >= 2 { self.isRenewAck = try reader.bool() }
        let topicsCount = try reader.arrayCount(true, wireBytes: 18, memoryBytes: MemoryLayout<Topic>.stride)
        self.topics.reserveCapacity(topicsCount)
        for _ in 0..<topicsCount { self.topics.append(try Topic(from: &reader, version: version)) }
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.nullableString(self.groupId, true)
        writer.nullableString(self.memberId, true)
        writer.int32(self.shareSessionEpoch)
        if version >= 2 { writer.bool(self.isRenewAck) }
        writer.arrayCount(self.topics.count, true)
        for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
        writer.noTags()
    }
}

extension ShareAcknowledgeRequest {
    /// Within ``ShareAcknowledgeRequest``.
    public struct Topic: WireStruct {
        /// All versions.
        public var topicId: KafkaUUID = .zero
        /// All versions.
        public var partitions: [Partition] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.topicId = try reader.uuid()
            let partitionsCount = try reader.arrayCount(true, wireBytes: 6, memoryBytes: MemoryLayout<Partition>.stride)
            self.partitions.reserveCapacity(partitionsCount)
            for _ in 0..<partitionsCount { self.partitions.append(try Partition(from: &reader, version: version)) }
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.uuid(self.topicId)
            writer.arrayCount(self.partitions.count, true)
            for index in self.partitions.indices { self.partitions[index].write(to: &writer, version: version) }
            writer.noTags()
        }
    }
}

extension ShareAcknowledgeRequest {
    /// Within ``ShareAcknowledgeRequest``.
    public struct Partition: WireStruct {
        /// All versions.
        public var partitionIndex: Int32 = 0
        /// All versions.
        public var acknowledgementBatches: [AcknowledgementBatch] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.partitionIndex = try reader.int32()
            let acknowledgementBatchesCount = try reader.arrayCount(
                true, wireBytes: 18, memoryBytes: MemoryLayout<AcknowledgementBatch>.stride)
            self.acknowledgementBatches.reserveCapacity(acknowledgementBatchesCount)
            for _ in 0..<acknowledgementBatchesCount {
                self.acknowledgementBatches.append(try AcknowledgementBatch(from: &reader, version: version))
            }
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.int32(self.partitionIndex)
            writer.arrayCount(self.acknowledgementBatches.count, true)
            for index in self.acknowledgementBatches.indices { self.acknowledgementBatches[index].write(to: &writer, version: version) }
            writer.noTags()
        }
    }
}

extension ShareAcknowledgeRequest {
    /// Within ``ShareAcknowledgeRequest``.
    public struct AcknowledgementBatch: WireStruct {
        /// All versions.
        public var firstOffset: Int64 = 0
        /// All versions.
        public var lastOffset: Int64 = 0
        /// All versions.
        public var acknowledgeTypes: [Int8] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.firstOffset = try reader.int64()
            self.lastOffset = try reader.int64()
            self.acknowledgeTypes = try reader.int8s(true)
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.int64(self.firstOffset)
            writer.int64(self.lastOffset)
            writer.int8s(self.acknowledgeTypes, true)
            writer.noTags()
        }
    }
}
