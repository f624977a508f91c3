// Made by schema-compiler from Schemas/Fetch.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Reads record batches from partitions, waiting for enough of them; sessions send only what changed (KIP-227).
///
/// Response, v0 to v18, flexible from v12 on.
public struct FetchResponse: ResponseMessage {
    public static let apiKey = ApiKey.fetch
    public static let versions: ClosedRange<Int16> = 0...18
    public static let firstFlexibleVersion: Int16 = 12

    /// v1+.
    public var throttleTimeMs: Int32 = 0
    /// v7+.
    public var errorCode: ErrorCode = .none
    /// v7+.
    public var sessionId: Int32 = 0
    /// All versions.
    public var responses: [FetchableTopicResponse] = []
    /// v16+, tag 0.
    public var nodeEndpoints: [NodeEndpoint] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 12
        if version >= 1 { self.throttleTimeMs = try reader.int32() }
        if version >= 7 { self.errorCode = try reader.errorCode() }
        if version >= 7 { self.sessionId = try reader.int32() }
        let responsesCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<FetchableTopicResponse>.stride)
        self.responses.reserveCapacity(responsesCount)
        for _ in 0..<responsesCount { self.responses.append(try FetchableTopicResponse(from: &reader, version: version)) }
        if flexible {
            var tags = try reader.tagCount()
            while tags > 0 {
                let tag = try reader.openTag()
                switch tag.number {
                case 0 where version >= 16:
                    let nodeEndpointsCount = try reader.arrayCount(flexible, wireBytes: 11, memoryBytes: MemoryLayout<NodeEndpoint>.stride)
                    self.nodeEndpoints = []
                    self.nodeEndpoints.reserveCapacity(nodeEndpointsCount)
                    for _ in 0..<nodeEndpointsCount { self.nodeEndpoints.append(try NodeEndpoint(from: &reader, version: version)) }
                default: reader.skipTag()
                }
                try reader.closeTag(tag)
                tags -= 1
            }
        }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 12
        if version >= 1 { writer.int32(self.throttleTimeMs) }
        if version >= 7 { writer.errorCode(self.errorCode) }
        if version >= 7 { writer.int32(self.sessionId) }
        writer.arrayCount(self.responses.count, flexible)
        for index in self.responses.indices { self.responses[index].write(to: &writer, version: version) }
        if flexible {
            var tags: UInt32 = 0
            let hasNodeEndpoints = version >= 16 && !self.nodeEndpoints.isEmpty
            if hasNodeEndpoints { tags += 1 }
            writer.tagCount(tags)
            if hasNodeEndpoints {
                let mark = writer.beginTag(0)
                writer.arrayCount(self.nodeEndpoints.count, flexible)
                for index in self.nodeEndpoints.indices { self.nodeEndpoints[index].write(to: &writer, version: version) }
                writer.endTag(mark)
            }
        }
    }
}

extension FetchResponse {
    /// Within ``FetchResponse``.
    public struct FetchableTopicResponse: WireStruct {
        /// v0-12.
        public var topic: String = ""
        /// v13+.
        public var topicId: KafkaUUID = .zero
        /// All versions.
        public var partitions: [PartitionData] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 12
            if version <= 12 { self.topic = try reader.string(flexible) }
            if version >= 13 { self.topicId = try reader.uuid() }
            let partitionsCount = try reader.arrayCount(flexible, wireBytes: 18, memoryBytes: MemoryLayout<PartitionData>.stride)
            self.partitions.reserveCapacity(partitionsCount)
            for _ in 0..<partitionsCount { self.partitions.append(try PartitionData(from: &reader, version: version)) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 12
            if version <= 12 { writer.string(self.topic, flexible) }
            if version >= 13 { writer.uuid(self.topicId) }
            writer.arrayCount(self.partitions.count, flexible)
            for index in self.partitions.indices { self.partitions[index].write(to: &writer, version: version) }
            if flexible { writer.noTags() }
        }
    }
}

extension FetchResponse {
    /// Within ``FetchResponse``.
    public struct PartitionData: WireStruct {
        /// All versions.
        public var partitionIndex: Int32 = 0
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// All versions.
        public var highWatermark: Int64 = 0
        /// v4+.
        public var lastStableOffset: Int64 = -1
        /// v5+.
        public var logStartOffset: Int64 = -1
        /// v12+, tag 0.
        public var divergingEpoch: EpochEndOffset = EpochEndOffset()
        /// v12+, tag 1.
        public var currentLeader: LeaderIdAndEpoch = LeaderIdAndEpoch()
        /// v12+, tag 2.
        public var snapshotId: SnapshotId = SnapshotId()
        /// v4+, may be null.
        public var abortedTransactions: [AbortedTransaction]? = []
        /// v11+.
        public var preferredReadReplica: Int32 = -1
        /// All versions, may be null.
        public var records: RecordData?

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 12
            self.partitionIndex = try reader.int32()
            self.errorCode = try reader.errorCode()
            self.highWatermark = try reader.int64()
            if version >= 4 { self.lastStableOffset = try reader.int64() }
            if version >= 5 { self.logStartOffset = try reader.int64() }
            if version >= 4 {
                if let count = try reader.nullableArrayCount(
                    flexible, wireBytes: 16, memoryBytes: MemoryLayout<AbortedTransaction>.stride
                ) {
                    var elements: [AbortedTransaction] = []
                    elements.reserveCapacity(count)
                    for _ in 0..<count { elements.append(try AbortedTransaction(from: &reader, version: version)) }
                    self.abortedTransactions = elements
                } else {
                    self.abortedTransactions = nil
                }
            }
            if version >= 11 { self.preferredReadReplica = try reader.int32() }
            self.records = try reader.nullableRecords(flexible)
            if flexible {
                var tags = try reader.tagCount()
                while tags > 0 {
                    let tag = try reader.openTag()
                    switch tag.number {
                    case 0:
                        self.divergingEpoch = try EpochEndOffset(from: &reader, version: version)
                    case 1:
                        self.currentLeader = try LeaderIdAndEpoch(from: &reader, version: version)
                    case 2:
                        self.snapshotId = try SnapshotId(from: &reader, version: version)
                    default: reader.skipTag()
                    }
                    try reader.closeTag(tag)
                    tags -= 1
                }
            }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 12
            writer.int32(self.partitionIndex)
            writer.errorCode(self.errorCode)
            writer.int64(self.highWatermark)
            if version >= 4 { writer.int64(self.lastStableOffset) }
            if version >= 5 { writer.int64(self.logStartOffset) }
            if version >= 4 {
                if let elements = self.abortedTransactions {
                    writer.arrayCount(elements.count, flexible)
                    for index in elements.indices { elements[index].write(to: &writer, version: version) }
                } else {
                    writer.nullArray(flexible)
                }
            }
            if version >= 11 { writer.int32(self.preferredReadReplica) }
            writer.nullableRecords(self.records, flexible)
            if flexible {
                var tags: UInt32 = 0
                let hasDivergingEpoch = version >= 12 && !self.divergingEpoch.isDefault
                if hasDivergingEpoch { tags += 1 }
                let hasCurrentLeader = version >= 12 && !self.currentLeader.isDefault
                if hasCurrentLeader { tags += 1 }
                let hasSnapshotId = version >= 12 && !self.snapshotId.isDefault
                if hasSnapshotId { tags += 1 }
                writer.tagCount(tags)
                if hasDivergingEpoch {
                    let mark = writer.beginTag(0)
                    self.divergingEpoch.write(to: &writer, version: version)
                    writer.endTag(mark)
                }
                if hasCurrentLeader {
                    let mark = writer.beginTag(1)
                    self.currentLeader.write(to: &writer, version: version)
                    writer.endTag(mark)
                }
                if hasSnapshotId {
                    let mark = writer.beginTag(2)
                    self.snapshotId.write(to: &writer, version: version)
                    writer.endTag(mark)
                }
            }
        }
    }
}

extension FetchResponse {
    /// Within ``FetchResponse``.
    public struct EpochEndOffset: WireStruct {
        /// v12+.
        public var epoch: Int32 = -1
        /// v12+.
        public var endOffset: Int64 = -1

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 12
            if version >= 12 { self.epoch = try reader.int32() }
            if version >= 12 { self.endOffset = try reader.int64() }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 12
            if version >= 12 { writer.int32(self.epoch) }
            if version >= 12 { writer.int64(self.endOffset) }
            if flexible { writer.noTags() }
        }

        /// Whether all fields are at their defaults.
        var isDefault: Bool {
            self.epoch == -1 && self.endOffset == -1
        }
    }
}

extension FetchResponse {
    /// Within ``FetchResponse``.
    public struct LeaderIdAndEpoch: WireStruct {
        /// v12+.
        public var leaderId: Int32 = -1
        /// v12+.
        public var leaderEpoch: Int32 = -1

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 12
            if version >= 12 { self.leaderId = try reader.int32() }
            if version >= 12 { self.leaderEpoch = try reader.int32() }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 12
            if version >= 12 { writer.int32(self.leaderId) }
            if version >= 12 { writer.int32(self.leaderEpoch) }
            if flexible { writer.noTags() }
        }

        /// Whether all fields are at their defaults.
        var isDefault: Bool {
            self.leaderId == -1 && self.leaderEpoch == -1
        }
    }
}

extension FetchResponse {
    /// Within ``FetchResponse``.
    public struct SnapshotId: WireStruct {
        /// All versions.
        public var endOffset: Int64 = -1
        /// All versions.
        public var epoch: Int32 = -1

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 12
            self.endOffset = try reader.int64()
            self.epoch = try reader.int32()
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 12
            writer.int64(self.endOffset)
            writer.int32(self.epoch)
            if flexible { writer.noTags() }
        }

        /// Whether all fields are at their defaults.
        var isDefault: Bool {
            self.endOffset == -1 && self.epoch == -1
        }
    }
}

extension FetchResponse {
    /// Within ``FetchResponse``.
    public struct AbortedTransaction: WireStruct {
        /// v4+.
        public var producerId: Int64 = 0
        /// v4+.
        public var firstOffset: Int64 = 0

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 12
            if version >= 4 { self.producerId = try reader.int64() }
            if version >= 4 { self.firstOffset = try reader.int64() }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 12
            if version >= 4 { writer.int64(self.producerId) }
            if version >= 4 { writer.int64(self.firstOffset) }
            if flexible { writer.noTags() }
        }
    }
}

extension FetchResponse {
    /// Within ``FetchResponse``.
    public struct NodeEndpoint: WireStruct {
        /// v16+.
        public var nodeId: Int32 = 0
        /// v16+.
        public var host: String = ""
        /// v16+.
        public var port: Int32 = 0
        /// v16+, may be null.
        public var rack: String?

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 12
            if version >= 16 { self.nodeId = try reader.int32() }
            if version >= 16 { self.host = try reader.string(flexible) }
            if version >= 16 { self.port = try reader.int32() }
            if version >= 16 { self.rack = try reader.nullableString(flexible) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 12
            if version >= 16 { writer.int32(self.nodeId) }
            if version >= 16 { writer.string(self.host, flexible) }
            if version >= 16 { writer.int32(self.port) }
            if version >= 16 { writer.nullableString(self.rack, flexible) }
            if flexible { writer.noTags() }
        }
    }
}
