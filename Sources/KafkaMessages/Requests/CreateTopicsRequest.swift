// Made by schema-compiler from Schemas/CreateTopics.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Creates topics.
///
/// Request, v0 to v7, flexible from v5 on.
public struct CreateTopicsRequest: RequestMessage {
    public typealias Response = CreateTopicsResponse
    public static let apiKey = ApiKey.createTopics
    public static let versions: ClosedRange<Int16> = 0...7
    public static let firstFlexibleVersion: Int16 = 5

    /// All versions.
    public var topics: [CreatableTopic] = []
    /// All versions.
    public var timeoutMs: Int32 = 60000
    /// v1+.
    public var validateOnly: Bool = false

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 5
        let topicsCount = try reader.arrayCount(flexible, wireBytes: 10, memoryBytes: MemoryLayout<CreatableTopic>.stride)
        self.topics.reserveCapacity(topicsCount)
        for _ in 0..<topicsCount { self.topics.append(try CreatableTopic(from: &reader, version: version)) }
        self.timeoutMs = try reader.int32()
        if version >= 1 { self.validateOnly = try reader.bool() }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 5
        writer.arrayCount(self.topics.count, flexible)
        for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
        writer.int32(self.timeoutMs)
        if version >= 1 { writer.bool(self.validateOnly) }
        if flexible { writer.noTags() }
    }
}

extension CreateTopicsRequest {
    /// Within ``CreateTopicsRequest``.
    public struct CreatableTopic: WireStruct {
        /// All versions.
        public var name: String = ""
        /// All versions.
        public var numPartitions: Int32 = 0
        /// All versions.
        public var replicationFactor: Int16 = 0
        /// All versions.
        public var assignments: [CreatableReplicaAssignment] = []
        /// All versions.
        public var configs: [CreatableTopicConfig] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 5
            self.name = try reader.string(flexible)
            self.numPartitions = try reader.int32()
            self.replicationFactor = try reader.int16()
            let assignmentsCount = try reader.arrayCount(
                flexible, wireBytes: 6, memoryBytes: MemoryLayout<CreatableReplicaAssignment>.stride)
            self.assignments.reserveCapacity(assignmentsCount)
            for _ in 0..<assignmentsCount { self.assignments.append(try CreatableReplicaAssignment(from: &reader, version: version)) }
            let configsCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<CreatableTopicConfig>.stride)
            self.configs.reserveCapacity(configsCount)
            for _ in 0..<configsCount { self.configs.append(try CreatableTopicConfig(from: &reader, version: version)) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 5
            writer.string(self.name, flexible)
            writer.int32(self.numPartitions)
            writer.int16(self.replicationFactor)
            writer.arrayCount(self.assignments.count, flexible)
            for index in self.assignments.indices { self.assignments[index].write(to: &writer, version: version) }
            writer.arrayCount(self.configs.count, flexible)
            for index in self.configs.indices { self.configs[index].write(to: &writer, version: version) }
            if flexible { writer.noTags() }
        }
    }
}

extension CreateTopicsRequest {
    /// Within ``CreateTopicsRequest``.
    public struct CreatableReplicaAssignment: WireStruct {
        /// All versions.
        public var partitionIndex: Int32 = 0
        /// All versions.
        public var brokerIds: [Int32] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 5
            self.partitionIndex = try reader.int32()
            self.brokerIds = try reader.int32s(flexible)
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 5
            writer.int32(self.partitionIndex)
            writer.int32s(self.brokerIds, flexible)
            if flexible { writer.noTags() }
        }
    }
}

extension CreateTopicsRequest {
    /// Within ``CreateTopicsRequest``.
    public struct CreatableTopicConfig: WireStruct {
        /// All versions.
        public var name: String = ""
        /// All versions, may be null.
        public var value: String? = ""

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 5
            self.name = try reader.string(flexible)
            self.value = try reader.nullableString(flexible)
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 5
            writer.string(self.name, flexible)
            writer.nullableString(self.value, flexible)
            if flexible { writer.noTags() }
        }
    }
}
