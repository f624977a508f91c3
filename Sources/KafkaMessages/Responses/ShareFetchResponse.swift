// Made by schema-compiler from Schemas/ShareFetch.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol
public import NIOCore

/// Acquires records for a share group's member (KIP-932).
///
/// Response, v1 to v2, flexible from v0 on.
public struct ShareFetchResponse: ResponseMessage {
    public static let apiKey = ApiKey.shareFetch
    public static let versions: ClosedRange<Int16> = 1...2
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var errorCode: ErrorCode = .none
    /// All versions, may be null.
    public var errorMessage: String? = ""
    /// All versions.
    public var acquisitionLockTimeoutMs: Int32 = 0
    /// All versions.
    public var topics: [Topic] = []
    /// All versions.
    public var nodeEndpoints: [NodeEndpoint] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.throttleTimeMs = try reader.int32()
        self.errorCode = try reader.errorCode()
        self.errorMessage = try reader.nullableString(true)
        self.acquisitionLockTimeoutMs = try reader.int32()
        let topicsCount = try reader.arrayCount(true, wireBytes: 18, memoryBytes: MemoryLayout<Topic>.stride)
        self.topics.reserveCapacity(topicsCount)
        for _ in 0..<topicsCount { self.topics.append(try Topic(from: &reader, version: version)) }
        let nodeEndpointsCount = try reader.arrayCount(true, wireBytes: 11, memoryBytes: MemoryLayout<NodeEndpoint>.stride)
        self.nodeEndpoints.reserveCapacity(nodeEndpointsCount)
        for _ in 0..<nodeEndpointsCount { self.nodeEndpoints.append(try NodeEndpoint(from: &reader, version: version)) }
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.int32(self.throttleTimeMs)
        writer.errorCode(self.errorCode)
        writer.nullableString(self.errorMessage, true)
        writer.int32(self.acquisitionLockTimeoutMs)
        writer.arrayCount(self.topics.count, true)
        for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
        writer.arrayCount(self.nodeEndpoints.count, true)
        for index in self.nodeEndpoints.indices { self.nodeEndpoints[index].write(to: &writer, version: version) }
        writer.noTags()
    }
}

extension ShareFetchResponse {
    /// Within ``ShareFetchResponse``.
    public struct Topic: WireStruct {
        /// All versions.
        public var topicId: KafkaUUID = .zero
        /// All versions.
        public var partitions: [Partition] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.topicId = try reader.uuid()
            let partitionsCount = try reader.arrayCount(true, wireBytes: 22, memoryBytes: MemoryLayout<Partition>.stride)
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

extension ShareFetchResponse {
    /// Within ``ShareFetchResponse``.
    public struct Partition: WireStruct {
        /// All versions.
        public var partitionIndex: Int32 = 0
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// All versions, may be null.
        public var errorMessage: String? = ""
        /// All versions.
        public var acknowledgeErrorCode: ErrorCode = .none
        /// All versions, may be null.
        public var acknowledgeErrorMessage: String? = ""
        /// All versions.
        public var currentLeader: CurrentLeader = CurrentLeader()
        /// All versions, may be null.
        public var records: ByteBuffer?
        /// All versions.
        public var acquiredRecords: [AcquiredRecord] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.partitionIndex = try reader.int32()
            self.errorCode = try reader.errorCode()
            self.errorMessage = try reader.nullableString(true)
            self.acknowledgeErrorCode = try reader.errorCode()
            self.acknowledgeErrorMessage = try reader.nullableString(true)
            self.currentLeader = try CurrentLeader(from: &reader, version: version)
            self.records = try reader.nullableBytes(true)
            let acquiredRecordsCount = try reader.arrayCount(true, wireBytes: 19, memoryBytes: MemoryLayout<AcquiredRecord>.stride)
            self.acquiredRecords.reserveCapacity(acquiredRecordsCount)
            for _ in 0..<acquiredRecordsCount { self.acquiredRecords.append(try AcquiredRecord(from: &reader, version: version)) }
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.int32(self.partitionIndex)
            writer.errorCode(self.errorCode)
            writer.nullableString(self.errorMessage, true)
            writer.errorCode(self.acknowledgeErrorCode)
            writer.nullableString(self.acknowledgeErrorMessage, true)
            self.currentLeader.write(to: &writer, version: version)
            writer.nullableBytes(self.records, true)
            writer.arrayCount(self.acquiredRecords.count, true)
            for index in self.acquiredRecords.indices { self.acquiredRecords[index].write(to: &writer, version: version) }
            writer.noTags()
        }
    }
}

extension ShareFetchResponse {
    /// Within ``ShareFetchResponse``.
    public struct CurrentLeader: WireStruct {
        /// All versions.
        public var leaderId: Int32 = 0
        /// All versions.
        public var leaderEpoch: Int32 = 0

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.leaderId = try reader.int32()
            self.leaderEpoch = try reader.int32()
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.int32(self.leaderId)
            writer.int32(self.leaderEpoch)
            writer.noTags()
        }
    }
}

extension ShareFetchResponse {
    /// Within ``ShareFetchResponse``.
    public struct AcquiredRecord: WireStruct {
        /// All versions.
        public var firstOffset: Int64 = 0
        /// All versions.
        public var lastOffset: Int64 = 0
        /// All versions.
        public var deliveryCount: Int16 = 0

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.firstOffset = try reader.int64()
            self.lastOffset = try reader.int64()
            self.deliveryCount = try reader.int16()
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.int64(self.firstOffset)
            writer.int64(self.lastOffset)
            writer.int16(self.deliveryCount)
            writer.noTags()
        }
    }
}

extension ShareFetchResponse {
    /// Within ``ShareFetchResponse``.
    public struct NodeEndpoint: WireStruct {
        /// All versions.
        public var nodeId: Int32 = 0
        /// All versions.
        public var host: String = ""
        /// All versions.
        public var port: Int32 = 0
        /// All versions, may be null.
        public var rack: String? = ""

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.nodeId = try reader.int32()
            self.host = try reader.string(true)
            self.port = try reader.int32()
            self.rack = try reader.nullableString(true)
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.int32(self.nodeId)
            writer.string(self.host, true)
            writer.int32(self.port)
            writer.nullableString(self.rack, true)
            writer.noTags()
        }
    }
}
