// Made by schema-compiler from Schemas/OffsetFetch.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Reads the committed offsets of groups.
///
/// Response, v0 to v10, flexible from v6 on.
public struct OffsetFetchResponse: ResponseMessage {
    public static let apiKey = ApiKey.offsetFetch
    public static let versions: ClosedRange<Int16> = 0...10
    public static let firstFlexibleVersion: Int16 = 6

    /// v3+.
    public var throttleTimeMs: Int32 = 0
    /// v0-7.
    public var topics: [OffsetFetchResponseTopic] = []
    /// v2-7.
    public var errorCode: ErrorCode = .none
    /// v8+.
    public var groups: [OffsetFetchResponseGroup] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 6
        if version >= 3 { self.throttleTimeMs = try reader.int32() }
        if version <= 7 {
            let topicsCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<OffsetFetchResponseTopic>.stride)
            self.topics.reserveCapacity(topicsCount)
            for _ in 0..<topicsCount { self.topics.append(try OffsetFetchResponseTopic(from: &reader, version: version)) }
        }
        if version >= 2 && version <= 7 { self.errorCode = try reader.errorCode() }
        if version >= 8 {
            let groupsCount = try reader.arrayCount(flexible, wireBytes: 5, memoryBytes: MemoryLayout<OffsetFetchResponseGroup>.stride)
            self.groups.reserveCapacity(groupsCount)
            for _ in 0..<groupsCount { self.groups.append(try OffsetFetchResponseGroup(from: &reader, version: version)) }
        }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 6
        if version >= 3 { writer.int32(self.throttleTimeMs) }
        if version <= 7 {
            writer.arrayCount(self.topics.count, flexible)
            for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
        }
        if version >= 2 && version <= 7 { writer.errorCode(self.errorCode) }
        if version >= 8 {
            writer.arrayCount(self.groups.count, flexible)
            for index in self.groups.indices { self.groups[index].write(to: &writer, version: version) }
        }
        if flexible { writer.noTags() }
    }
}

extension OffsetFetchResponse {
    /// Within ``OffsetFetchResponse``.
    public struct OffsetFetchResponseTopic: WireStruct {
        /// v0-7.
        public var name: String = ""
        /// v0-7.
        public var partitions: [OffsetFetchResponsePartition] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 6
            if version <= 7 { self.name = try reader.string(flexible) }
            if version <= 7 {
                let partitionsCount = try reader.arrayCount(
                    flexible, wireBytes: 16, memoryBytes: MemoryLayout<OffsetFetchResponsePartition>.stride)
                self.partitions.reserveCapacity(partitionsCount)
                for _ in 0..<partitionsCount { self.partitions.append(try OffsetFetchResponsePartition(from: &reader, version: version)) }
            }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 6
            if version <= 7 { writer.string(self.name, flexible) }
            if version <= 7 {
                writer.arrayCount(self.partitions.count, flexible)
                for index in self.partitions.indices { self.partitions[index].write(to: &writer, version: version) }
            }
            if flexible { writer.noTags() }
        }
    }
}

extension OffsetFetchResponse {
    /// Within ``OffsetFetchResponse``.
    public struct OffsetFetchResponsePartition: WireStruct {
        /// v0-7.
        public var partitionIndex: Int32 = 0
        /// v0-7.
        public var committedOffset: Int64 = 0
        /// v5-7.
        public var committedLeaderEpoch: Int32 = -1
        /// v0-7, may be null.
        public var metadata: String? = ""
        /// v0-7.
        public var errorCode: ErrorCode = .none

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 6
            if version <= 7 { self.partitionIndex = try reader.int32() }
            if version <= 7 { self.committedOffset = try reader.int64() }
            if version >= 5 && version <= 7 { self.committedLeaderEpoch = try reader.int32() }
            if version <= 7 { self.metadata = try reader.nullableString(flexible) }
            if version <= 7 { self.errorCode = try reader.errorCode() }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 6
            if version <= 7 { writer.int32(self.partitionIndex) }
            if version <= 7 { writer.int64(self.committedOffset) }
            if version >= 5 && version <= 7 { writer.int32(self.committedLeaderEpoch) }
            if version <= 7 { writer.nullableString(self.metadata, flexible) }
            if version <= 7 { writer.errorCode(self.errorCode) }
            if flexible { writer.noTags() }
        }
    }
}

extension OffsetFetchResponse {
    /// Within ``OffsetFetchResponse``.
    public struct OffsetFetchResponseGroup: WireStruct {
        /// v8+.
        public var groupId: String = ""
        /// v8+.
        public var topics: [OffsetFetchResponseTopics] = []
        /// v8+.
        public var errorCode: ErrorCode = .none

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 6
            if version >= 8 { self.groupId = try reader.string(flexible) }
            if version >= 8 {
                let topicsCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<OffsetFetchResponseTopics>.stride)
                self.topics.reserveCapacity(topicsCount)
                for _ in 0..<topicsCount { self.topics.append(try OffsetFetchResponseTopics(from: &reader, version: version)) }
            }
            if version >= 8 { self.errorCode = try reader.errorCode() }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 6
            if version >= 8 { writer.string(self.groupId, flexible) }
            if version >= 8 {
                writer.arrayCount(self.topics.count, flexible)
                for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
            }
            if version >= 8 { writer.errorCode(self.errorCode) }
            if flexible { writer.noTags() }
        }
    }
}

extension OffsetFetchResponse {
    /// Within ``OffsetFetchResponse``.
    public struct OffsetFetchResponseTopics: WireStruct {
        /// v8-9.
        public var name: String = ""
        /// v10+.
        public var topicId: KafkaUUID = .zero
        /// v8+.
        public var partitions: [OffsetFetchResponsePartitions] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 6
            if version >= 8 && version <= 9 { self.name = try reader.string(flexible) }
            if version >= 10 { self.topicId = try reader.uuid() }
            if version >= 8 {
                let partitionsCount = try reader.arrayCount(
                    flexible, wireBytes: 20, memoryBytes: MemoryLayout<OffsetFetchResponsePartitions>.stride)
                self.partitions.reserveCapacity(partitionsCount)
                for _ in 0..<partitionsCount { self.partitions.append(try OffsetFetchResponsePartitions(from: &reader, version: version)) }
            }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 6
            if version >= 8 && version <= 9 { writer.string(self.name, flexible) }
            if version >= 10 { writer.uuid(self.topicId) }
            if version >= 8 {
                writer.arrayCount(self.partitions.count, flexible)
                for index in self.partitions.indices { self.partitions[index].write(to: &writer, version: version) }
            }
            if flexible { writer.noTags() }
        }
    }
}

extension OffsetFetchResponse {
    /// Within ``OffsetFetchResponse``.
    public struct OffsetFetchResponsePartitions: WireStruct {
        /// v8+.
        public var partitionIndex: Int32 = 0
        /// v8+.
        public var committedOffset: Int64 = 0
        /// v8+.
        public var committedLeaderEpoch: Int32 = -1
        /// v8+, may be null.
        public var metadata: String? = ""
        /// v8+.
        public var errorCode: ErrorCode = .none

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 6
            if version >= 8 { self.partitionIndex = try reader.int32() }
            if version >= 8 { self.committedOffset = try reader.int64() }
            if version >= 8 { self.committedLeaderEpoch = try reader.int32() }
            if version >= 8 { self.metadata = try reader.nullableString(flexible) }
            if version >= 8 { self.errorCode = try reader.errorCode() }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 6
            if version >= 8 { writer.int32(self.partitionIndex) }
            if version >= 8 { writer.int64(self.committedOffset) }
            if version >= 8 { writer.int32(self.committedLeaderEpoch) }
            if version >= 8 { writer.nullableString(self.metadata, flexible) }
            if version >= 8 { writer.errorCode(self.errorCode) }
            if flexible { writer.noTags() }
        }
    }
}
