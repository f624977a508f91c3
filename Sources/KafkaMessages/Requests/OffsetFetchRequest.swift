// Made by schema-compiler from Schemas/OffsetFetch.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Reads the committed offsets of groups.
///
/// Request, v0 to v10, flexible from v6 on.
public struct OffsetFetchRequest: RequestMessage {
    public typealias Response = OffsetFetchResponse
    public static let apiKey = ApiKey.offsetFetch
    public static let versions: ClosedRange<Int16> = 0...10
    public static let firstFlexibleVersion: Int16 = 6

    /// v0-7.
    public var groupId: String = ""
    /// v0-7, may be null in v2+.
    public var topics: [OffsetFetchRequestTopic]? = []
    /// v8+.
    public var groups: [OffsetFetchRequestGroup] = []
    /// v7+.
    public var requireStable: Bool = false

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 6
        if version <= 7 { self.groupId = try reader.string(flexible) }
        if version <= 7 {
            if let count = try reader.nullableArrayCount(
                flexible, nullable: version >= 2, wireBytes: 3, memoryBytes: MemoryLayout<OffsetFetchRequestTopic>.stride
            ) {
                var elements: [OffsetFetchRequestTopic] = []
                elements.reserveCapacity(count)
                for _ in 0..<count { elements.append(try OffsetFetchRequestTopic(from: &reader, version: version)) }
                self.topics = elements
            } else {
                self.topics = nil
            }
        }
        if version >= 8 {
            let groupsCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<OffsetFetchRequestGroup>.stride)
            self.groups.reserveCapacity(groupsCount)
            for _ in 0..<groupsCount { self.groups.append(try OffsetFetchRequestGroup(from: &reader, version: version)) }
        }
        if version >= 7 { self.requireStable = try reader.bool() }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 6
        if version <= 7 { writer.string(self.groupId, flexible) }
        if version <= 7 {
            if let elements = self.topics {
                writer.arrayCount(elements.count, flexible)
                for index in elements.indices { elements[index].write(to: &writer, version: version) }
            } else if version >= 2 {
                writer.nullArray(flexible)
            } else {
                writer.arrayCount(0, flexible)
            }
        }
        if version >= 8 {
            writer.arrayCount(self.groups.count, flexible)
            for index in self.groups.indices { self.groups[index].write(to: &writer, version: version) }
        }
        if version >= 7 { writer.bool(self.requireStable) }
        if flexible { writer.noTags() }
    }
}

extension OffsetFetchRequest {
    /// Within ``OffsetFetchRequest``.
    public struct OffsetFetchRequestTopic: WireStruct {
        /// v0-7.
        public var name: String = ""
        /// v0-7.
        public var partitionIndexes: [Int32] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 6
            if version <= 7 { self.name = try reader.string(flexible) }
            if version <= 7 { self.partitionIndexes = try reader.int32s(flexible) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 6
            if version <= 7 { writer.string(self.name, flexible) }
            if version <= 7 { writer.int32s(self.partitionIndexes, flexible) }
            if flexible { writer.noTags() }
        }
    }
}

extension OffsetFetchRequest {
    /// Within ``OffsetFetchRequest``.
    public struct OffsetFetchRequestGroup: WireStruct {
        /// v8+.
        public var groupId: String = ""
        /// v9+, may be null.
        public var memberId: String?
        /// v9+.
        public var memberEpoch: Int32 = -1
        /// v8+, may be null.
        public var topics: [OffsetFetchRequestTopics]? = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 6
            if version >= 8 { self.groupId = try reader.string(flexible) }
            if version >= 9 { self.memberId = try reader.nullableString(flexible) }
            if version >= 9 { self.memberEpoch = try reader.int32() }
            if version >= 8 {
                if let count = try reader.nullableArrayCount(
                    flexible, wireBytes: 3, memoryBytes: MemoryLayout<OffsetFetchRequestTopics>.stride
                ) {
                    var elements: [OffsetFetchRequestTopics] = []
                    elements.reserveCapacity(count)
                    for _ in 0..<count { elements.append(try OffsetFetchRequestTopics(from: &reader, version: version)) }
                    self.topics = elements
                } else {
                    self.topics = nil
                }
            }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 6
            if version >= 8 { writer.string(self.groupId, flexible) }
            if version >= 9 { writer.nullableString(self.memberId, flexible) }
            if version >= 9 { writer.int32(self.memberEpoch) }
            if version >= 8 {
                if let elements = self.topics {
                    writer.arrayCount(elements.count, flexible)
                    for index in elements.indices { elements[index].write(to: &writer, version: version) }
                } else {
                    writer.nullArray(flexible)
                }
            }
            if flexible { writer.noTags() }
        }
    }
}

extension OffsetFetchRequest {
    /// Within ``OffsetFetchRequest``.
    public struct OffsetFetchRequestTopics: WireStruct {
        /// v8-9.
        public var name: String = ""
        /// v10+.
        public var topicId: KafkaUUID = .zero
        /// v8+.
        public var partitionIndexes: [Int32] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 6
            if version >= 8 && version <= 9 { self.name = try reader.string(flexible) }
            if version >= 10 { self.topicId = try reader.uuid() }
            if version >= 8 { self.partitionIndexes = try reader.int32s(flexible) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 6
            if version >= 8 && version <= 9 { writer.string(self.name, flexible) }
            if version >= 10 { writer.uuid(self.topicId) }
            if version >= 8 { writer.int32s(self.partitionIndexes, flexible) }
            if flexible { writer.noTags() }
        }
    }
}
