// Made by schema-compiler from Schemas/ShareFetch.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Acquires records for a share group's member (KIP-932).
///
/// Request, v1 to v2, flexible from v0 on.
public struct ShareFetchRequest: RequestMessage {
    public typealias Response = ShareFetchResponse
    public static let apiKey = ApiKey.shareFetch
    public static let versions: ClosedRange<Int16> = 1...2
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions, may be null.
    public var groupId: String? = ""
    /// All versions, may be null.
    public var memberId: String? = ""
    /// All versions.
    public var shareSessionEpoch: Int32 = 0
    /// All versions.
    public var maxWaitMs: Int32 = 0
    /// All versions.
    public var minBytes: Int32 = 0
    /// All versions.
    public var maxBytes: Int32 = 0x7fffffff
    /// All versions.
    public var maxRecords: Int32 = 0
    /// All versions.
    public var batchSize: Int32 = 0
    /// v2+.
    public var shareAcquireMode: Int8 = 0
    /// v2+.
    public var isRenewAck: Bool = false
    /// All versions.
    public var topics: [Topic] = []
    /// All versions.
    public var forgottenTopicsData: [ForgottenTopicsData] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.groupId = try reader.nullableString(true)
        self.memberId = try reader.nullableString(true)
        self.shareSessionEpoch = try reader.int32()
        self.maxWaitMs = try reader.int32()
        self.minBytes = try reader.int32()
        self.maxBytes = try reader.int32()
        self.maxRecords = try reader.int32()
        self.batchSize = try reader.int32()
        if version >= 2 { self.shareAcquireMode = try reader.int8() }
        if version >= 2 { self.isRenewAck = try reader.bool() }
        let topicsCount = try reader.arrayCount(true, wireBytes: 18, memoryBytes: MemoryLayout<Topic>.stride)
        self.topics.reserveCapacity(topicsCount)
        for _ in 0..<topicsCount { self.topics.append(try Topic(from: &reader, version: version)) }
        let forgottenTopicsDataCount = try reader.arrayCount(true, wireBytes: 18, memoryBytes: MemoryLayout<ForgottenTopicsData>.stride)
        self.forgottenTopicsData.reserveCapacity(forgottenTopicsDataCount)
        for _ in 0..<forgottenTopicsDataCount { self.forgottenTopicsData.append(try ForgottenTopicsData(from: &reader, version: version)) }
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.nullableString(self.groupId, true)
        writer.nullableString(self.memberId, true)
        writer.int32(self.shareSessionEpoch)
        writer.int32(self.maxWaitMs)
        writer.int32(self.minBytes)
        writer.int32(self.maxBytes)
        writer.int32(self.maxRecords)
        writer.int32(self.batchSize)
        if version >= 2 { writer.int8(self.shareAcquireMode) }
        if version >= 2 { writer.bool(self.isRenewAck) }
        writer.arrayCount(self.topics.count, true)
        for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
        writer.arrayCount(self.forgottenTopicsData.count, true)
        for index in self.forgottenTopicsData.indices { self.forgottenTopicsData[index].write(to: &writer, version: version) }
        writer.noTags()
    }
}

extension ShareFetchRequest {
    /// Within ``ShareFetchRequest``.
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

extension ShareFetchRequest {
    /// Within ``ShareFetchRequest``.
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

extension ShareFetchRequest {
    /// Within ``ShareFetchRequest``.
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

extension ShareFetchRequest {
    /// Within ``ShareFetchRequest``.
    public struct ForgottenTopicsData: WireStruct {
        /// All versions.
        public var topicId: KafkaUUID = .zero
        /// All versions.
        public var partitions: [Int32] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.topicId = try reader.uuid()
            self.partitions = try reader.int32s(true)
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.uuid(self.topicId)
            writer.int32s(self.partitions, true)
            writer.noTags()
        }
    }
}
