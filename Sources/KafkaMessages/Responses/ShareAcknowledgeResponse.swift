// Made by schema-compiler from Schemas/ShareAcknowledge.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Acknowledges records acquired with ShareFetch (KIP-932).
///
/// Response, v1 to v2, flexible from v0 on.
public struct ShareAcknowledgeResponse: ResponseMessage {
    public static let apiKey = ApiKey.shareAcknowledge
    public static let versions: ClosedRange<Int16> = 1...2
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var errorCode: ErrorCode = .none
    /// All versions, may be null.
    public var errorMessage: String? = ""
    /// v2+.
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
        if version >= 2 { self.acquisitionLockTimeoutMs = try reader.int32() }
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
        if version >= 2 { writer.int32(self.acquisitionLockTimeoutMs) }
        writer.arrayCount(self.topics.count, true)
        for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
        writer.arrayCount(self.nodeEndpoints.count, true)
        for index in self.nodeEndpoints.indices { self.nodeEndpoints[index].write(to: &writer, version: version) }
        writer.noTags()
    }
}

extension ShareAcknowledgeResponse {
    /// Within ``ShareAcknowledgeResponse``.
    public struct Topic: WireStruct {
        /// All versions.
        public var topicId: KafkaUUID = .zero
        /// All versions.
        public var partitions: [Partition] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.topicId = try reader.uuid()
            let partitionsCount = try reader.arrayCount(true, wireBytes: 17, memoryBytes: MemoryLayout<Partition>.stride)
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

extension ShareAcknowledgeResponse {
    /// Within ``ShareAcknowledgeResponse``.
    public struct Partition: WireStruct {
        /// All versions.
        public var partitionIndex: Int32 = 0
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// All versions, may be null.
        public var errorMessage: String? = ""
        /// All versions.
        public var currentLeader: CurrentLeader = CurrentLeader()

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.partitionIndex = try reader.int32()
            self.errorCode = try reader.errorCode()
            self.errorMessage = try reader.nullableString(true)
            self.currentLeader = try CurrentLeader(from: &reader, version: version)
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.int32(self.partitionIndex)
            writer.errorCode(self.errorCode)
            writer.nullableString(self.errorMessage, true)
            self.currentLeader.write(to: &writer, version: version)
            writer.noTags()
        }
    }
}

extension ShareAcknowledgeResponse {
    /// Within ``ShareAcknowledgeResponse``.
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

extension ShareAcknowledgeResponse {
    /// Within ``ShareAcknowledgeResponse``.
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
