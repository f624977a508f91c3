// Made by schema-compiler from Schemas/Fetch.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Reads record batches from partitions, waiting for enough of them; sessions send only what changed (KIP-227).
///
/// Request, v0 to v18, flexible from v12 on.
public struct FetchRequest: RequestMessage {
    public typealias Response = FetchResponse
    public static let apiKey = ApiKey.fetch
    public static let versions: ClosedRange<Int16> = 0...18
    public static let firstFlexibleVersion: Int16 = 12

    /// v12+, may be null, tag 0.
    public var clusterId: String?
    /// v0-14.
    public var replicaId: Int32 = -1
    /// v15+, tag 1.
    public var replicaState: ReplicaState = ReplicaState()
    /// All versions.
    public var maxWaitMs: Int32 = 0
    /// All versions.
    public var minBytes: Int32 = 0
    /// v3+.
    public var maxBytes: Int32 = 0x7fffffff
    /// v4+.
    public var isolationLevel: Int8 = 0
    /// v7+.
    public var sessionId: Int32 = 0
    /// v7+.
    public var sessionEpoch: Int32 = -1
    /// All versions.
    public var topics: [FetchTopic] = []
    /// v7+.
    public var forgottenTopicsData: [ForgottenTopic] = []
    /// v11+.
    public var rackId: String = ""

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 12
        if version <= 14 { self.replicaId = try reader.int32() }
        self.maxWaitMs = try reader.int32()
        self.minBytes = try reader.int32()
        if version >= 3 { self.maxBytes = try reader.int32() }
        if version >= 4 { self.isolationLevel = try reader.int8() }
        if version >= 7 { self.sessionId = try reader.int32() }
        if version >= 7 { self.sessionEpoch = try reader.int32() }
        let topicsCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<FetchTopic>.stride)
        self.topics.reserveCapacity(topicsCount)
        for _ in 0..<topicsCount { self.topics.append(try FetchTopic(from: &reader, version: version)) }
        if version >= 7 {
            let forgottenTopicsDataCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<ForgottenTopic>.stride)
            self.forgottenTopicsData.reserveCapacity(forgottenTopicsDataCount)
            for _ in 0..<forgottenTopicsDataCount { self.forgottenTopicsData.append(try ForgottenTopic(from: &reader, version: version)) }
        }
        if version >= 11 { self.rackId = try reader.string(flexible) }
        if flexible {
            var tags = try reader.tagCount()
            while tags > 0 {
                let tag = try reader.openTag()
                switch tag.number {
                case 0:
                    self.clusterId = try reader.nullableString(flexible)
                case 1 where version >= 15:
                    self.replicaState = try ReplicaState(from: &reader, version: version)
                default: reader.skipTag()
                }
                try reader.closeTag(tag)
                tags -= 1
            }
        }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 12
        if version <= 14 { writer.int32(self.replicaId) }
        writer.int32(self.maxWaitMs)
        writer.int32(self.minBytes)
        if version >= 3 { writer.int32(self.maxBytes) }
        if version >= 4 { writer.int8(self.isolationLevel) }
        if version >= 7 { writer.int32(self.sessionId) }
        if version >= 7 { writer.int32(self.sessionEpoch) }
        writer.arrayCount(self.topics.count, flexible)
        for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
        if version >= 7 {
            writer.arrayCount(self.forgottenTopicsData.count, flexible)
            for index in self.forgottenTopicsData.indices { self.forgottenTopicsData[index].write(to: &writer, version: version) }
        }
        if version >= 11 { writer.string(self.rackId, flexible) }
        if flexible {
            var tags: UInt32 = 0
            let hasClusterId = version >= 12 && self.clusterId != nil
            if hasClusterId { tags += 1 }
            let hasReplicaState = version >= 15 && !self.replicaState.isDefault
            if hasReplicaState { tags += 1 }
            writer.tagCount(tags)
            if hasClusterId {
                let mark = writer.beginTag(0)
                writer.nullableString(self.clusterId, flexible)
                writer.endTag(mark)
            }
            if hasReplicaState {
                let mark = writer.beginTag(1)
                self.replicaState.write(to: &writer, version: version)
                writer.endTag(mark)
            }
        }
    }
}

extension FetchRequest {
    /// Within ``FetchRequest``.
    public struct ReplicaState: WireStruct {
        /// v15+.
        public var replicaId: Int32 = -1
        /// v15+.
        public var replicaEpoch: Int64 = -1

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 12
            if version >= 15 { self.replicaId = try reader.int32() }
            if version >= 15 { self.replicaEpoch = try reader.int64() }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 12
            if version >= 15 { writer.int32(self.replicaId) }
            if version >= 15 { writer.int64(self.replicaEpoch) }
            if flexible { writer.noTags() }
        }

        /// Whether all fields are at their defaults.
        var isDefault: Bool {
            self.replicaId == -1 && self.replicaEpoch == -1
        }
    }
}

extension FetchRequest {
    /// Within ``FetchRequest``.
    public struct FetchTopic: WireStruct {
        /// v0-12.
        public var topic: String = ""
        /// v13+.
        public var topicId: KafkaUUID = .zero
        /// All versions.
        public var partitions: [FetchPartition] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 12
            if version <= 12 { self.topic = try reader.string(flexible) }
            if version >= 13 { self.topicId = try reader.uuid() }
            let partitionsCount = try reader.arrayCount(flexible, wireBytes: 16, memoryBytes: MemoryLayout<FetchPartition>.stride)
            self.partitions.reserveCapacity(partitionsCount)
            for _ in 0..<partitionsCount { self.partitions.append(try FetchPartition(from: &reader, version: version)) }
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

extension FetchRequest {
    /// Within ``FetchRequest``.
    public struct FetchPartition: WireStruct {
        /// All versions.
        public var partition: Int32 = 0
        /// v9+.
        public var currentLeaderEpoch: Int32 = -1
        /// All versions.
        public var fetchOffset: Int64 = 0
        /// v12+.
        public var lastFetchedEpoch: Int32 = -1
        /// v5+.
        public var logStartOffset: Int64 = -1
        /// All versions.
        public var partitionMaxBytes: Int32 = 0
        /// v17+, tag 0.
        public var replicaDirectoryId: KafkaUUID = .zero
        /// v18+, tag 1.
        public var highWatermark: Int64 = 9223372036854775807

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 12
            self.partition = try reader.int32()
            if version >= 9 { self.currentLeaderEpoch = try reader.int32() }
            self.fetchOffset = try reader.int64()
            if version >= 12 { self.lastFetchedEpoch = try reader.int32() }
            if version >= 5 { self.logStartOffset = try reader.int64() }
            self.partitionMaxBytes = try reader.int32()
            if flexible {
                var tags = try reader.tagCount()
                while tags > 0 {
                    let tag = try reader.openTag()
                    switch tag.number {
                    case 0 where version >= 17:
                        self.replicaDirectoryId = try reader.uuid()
                    case 1 where version >= 18:
                        self.highWatermark = try reader.int64()
                    default: reader.skipTag()
                    }
                    try reader.closeTag(tag)
                    tags -= 1
                }
            }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 12
            writer.int32(self.partition)
            if version >= 9 { writer.int32(self.currentLeaderEpoch) }
            writer.int64(self.fetchOffset)
            if version >= 12 { writer.int32(self.lastFetchedEpoch) }
            if version >= 5 { writer.int64(self.logStartOffset) }
            writer.int32(self.partitionMaxBytes)
            if flexible {
                var tags: UInt32 = 0
                let hasReplicaDirectoryId = version >= 17 && self.replicaDirectoryId != .zero
                if hasReplicaDirectoryId { tags += 1 }
                let hasHighWatermark = version >= 18 && self.highWatermark != 9223372036854775807
                if hasHighWatermark { tags += 1 }
                writer.tagCount(tags)
                if hasReplicaDirectoryId {
                    let mark = writer.beginTag(0)
                    writer.uuid(self.replicaDirectoryId)
                    writer.endTag(mark)
                }
                if hasHighWatermark {
                    let mark = writer.beginTag(1)
                    writer.int64(self.highWatermark)
                    writer.endTag(mark)
                }
            }
        }
    }
}

extension FetchRequest {
    /// Within ``FetchRequest``.
    public struct ForgottenTopic: WireStruct {
        /// v7-12.
        public var topic: String = ""
        /// v13+.
        public var topicId: KafkaUUID = .zero
        /// v7+.
        public var partitions: [Int32] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 12
            if version >= 7 && version <= 12 { self.topic = try reader.string(flexible) }
            if version >= 13 { self.topicId = try reader.uuid() }
            if version >= 7 { self.partitions = try reader.int32s(flexible) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 12
            if version >= 7 && version <= 12 { writer.string(self.topic, flexible) }
            if version >= 13 { writer.uuid(self.topicId) }
            if version >= 7 { writer.int32s(self.partitions, flexible) }
            if flexible { writer.noTags() }
        }
    }
}
