// Made by schema-compiler from Schemas/StreamsGroupHeartbeat.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Joins, keeps alive and leaves a streams group (KIP-1071).
///
/// Request, v0, flexible.
public struct StreamsGroupHeartbeatRequest: RequestMessage {
    public typealias Response = StreamsGroupHeartbeatResponse
    public static let apiKey = ApiKey.streamsGroupHeartbeat
    public static let versions: ClosedRange<Int16> = 0...0
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var groupId: String = ""
    /// All versions.
    public var memberId: String = ""
    /// All versions.
    public var memberEpoch: Int32 = 0
    /// All versions.
    public var endpointInformationEpoch: Int32 = 0
    /// All versions, may be null.
    public var instanceId: String? = ""
    /// All versions, may be null.
    public var rackId: String? = ""
    /// All versions.
    public var rebalanceTimeoutMs: Int32 = -1
    /// All versions, may be null.
    public var topology: Topology?
    /// All versions, may be null.
    public var activeTasks: [TaskIDs]? = []
    /// All versions, may be null.
    public var standbyTasks: [TaskIDs]? = []
    /// All versions, may be null.
    public var warmupTasks: [TaskIDs]? = []
    /// All versions, may be null.
    public var processId: String? = ""
    /// All versions, may be null.
    public var userEndpoint: UserEndpoint?
    /// All versions, may be null.
    public var clientTags: [ClientTag]? = []
    /// All versions, may be null.
    public var taskOffsets: [TaskOffset]? = []
    /// All versions, may be null.
    public var taskEndOffsets: [TaskOffset]? = []
    /// All versions.
    public var shutdownApplication: Bool = false

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.groupId = try reader.string(true)
        self.memberId = try reader.string(true)
        self.memberEpoch = try reader.int32()
        self.endpointInformationEpoch = try reader.int32()
        self.instanceId = try reader.nullableString(true)
        self.rackId = try reader.nullableString(true)
        self.rebalanceTimeoutMs = try reader.int32()
        self.topology = try reader.isPresent() ? try Topology(from: &reader, version: version) : nil
        if let count = try reader.nullableArrayCount(true, wireBytes: 3, memoryBytes: MemoryLayout<TaskIDs>.stride) {
            var elements: [TaskIDs] = []
            elements.reserveCapacity(count)
            for _ in 0..<count { elements.append(try TaskIDs(from: &reader, version: version)) }
            self.activeTasks = elements
        } else {
            self.activeTasks = nil
        }
        if let count = try reader.nullableArrayCount(true, wireBytes: 3, memoryBytes: MemoryLayout<TaskIDs>.stride) {
            var elements: [TaskIDs] = []
            elements.reserveCapacity(count)
            for _ in 0..<count { elements.append(try TaskIDs(from: &reader, version: version)) }
            self.standbyTasks = elements
        } else {
            self.standbyTasks = nil
        }
        if let count = try reader.nullableArrayCount(true, wireBytes: 3, memoryBytes: MemoryLayout<TaskIDs>.stride) {
            var elements: [TaskIDs] = []
            elements.reserveCapacity(count)
            for _ in 0..<count { elements.append(try TaskIDs(from: &reader, version: version)) }
            self.warmupTasks = elements
        } else {
            self.warmupTasks = nil
        }
        self.processId = try reader.nullableString(true)
        self.userEndpoint = try reader.isPresent() ? try UserEndpoint(from: &reader, version: version) : nil
        if let count = try reader.nullableArrayCount(true, wireBytes: 3, memoryBytes: MemoryLayout<ClientTag>.stride) {
            var elements: [ClientTag] = []
            elements.reserveCapacity(count)
            for _ in 0..<count { elements.append(try ClientTag(from: &reader, version: version)) }
            self.clientTags = elements
        } else {
            self.clientTags = nil
        }
        if let count = try reader.nullableArrayCount(true, wireBytes: 14, memoryBytes: MemoryLayout<TaskOffset>.stride) {
            var elements: [TaskOffset] = []
            elements.reserveCapacity(count)
            for _ in 0..<count { elements.append(try TaskOffset(from: &reader, version: version)) }
            self.taskOffsets = elements
        } else {
            self.taskOffsets = nil
        }
        if let count = try reader.nullableArrayCount(true, wireBytes: 14, memoryBytes: MemoryLayout<TaskOffset>.stride) {
            var elements: [TaskOffset] = []
            elements.reserveCapacity(count)
            for _ in 0..<count { elements.append(try TaskOffset(from: &reader, version: version)) }
            self.taskEndOffsets = elements
        } else {
            self.taskEndOffsets = nil
        }
        self.shutdownApplication = try reader.bool()
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.string(self.groupId, true)
        writer.string(self.memberId, true)
        writer.int32(self.memberEpoch)
        writer.int32(self.endpointInformationEpoch)
        writer.nullableString(self.instanceId, true)
        writer.nullableString(self.rackId, true)
        writer.int32(self.rebalanceTimeoutMs)
        writer.present(self.topology != nil)
        if let value = self.topology { value.write(to: &writer, version: version) }
        if let elements = self.activeTasks {
            writer.arrayCount(elements.count, true)
            for index in elements.indices { elements[index].write(to: &writer, version: version) }
        } else {
            writer.nullArray(true)
        }
        if let elements = self.standbyTasks {
            writer.arrayCount(elements.count, true)
            for index in elements.indices { elements[index].write(to: &writer, version: version) }
        } else {
            writer.nullArray(true)
        }
        if let elements = self.warmupTasks {
            writer.arrayCount(elements.count, true)
            for index in elements.indices { elements[index].write(to: &writer, version: version) }
        } else {
            writer.nullArray(true)
        }
        writer.nullableString(self.processId, true)
        writer.present(self.userEndpoint != nil)
        if let value = self.userEndpoint { value.write(to: &writer, version: version) }
        if let elements = self.clientTags {
            writer.arrayCount(elements.count, true)
            for index in elements.indices { elements[index].write(to: &writer, version: version) }
        } else {
            writer.nullArray(true)
        }
        if let elements = self.taskOffsets {
            writer.arrayCount(elements.count, true)
            for index in elements.indices { elements[index].write(to: &writer, version: version) }
        } else {
            writer.nullArray(true)
        }
        if let elements = self.taskEndOffsets {
            writer.arrayCount(elements.count, true)
            for index in elements.indices { elements[index].write(to: &writer, version: version) }
        } else {
            writer.nullArray(true)
        }
        writer.bool(self.shutdownApplication)
        writer.noTags()
    }
}

extension StreamsGroupHeartbeatRequest {
    /// Within ``StreamsGroupHeartbeatRequest``.
    public struct Topology: WireStruct {
        /// All versions.
        public var epoch: Int32 = 0
        /// All versions.
        public var subtopologies: [Subtopology] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.epoch = try reader.int32()
            let subtopologiesCount = try reader.arrayCount(true, wireBytes: 8, memoryBytes: MemoryLayout<Subtopology>.stride)
            self.subtopologies.reserveCapacity(subtopologiesCount)
            for _ in 0..<subtopologiesCount { self.subtopologies.append(try Subtopology(from: &reader, version: version)) }
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.int32(self.epoch)
            writer.arrayCount(self.subtopologies.count, true)
            for index in self.subtopologies.indices { self.subtopologies[index].write(to: &writer, version: version) }
            writer.noTags()
        }
    }
}

extension StreamsGroupHeartbeatRequest {
    /// Within ``StreamsGroupHeartbeatRequest``.
    public struct Subtopology: WireStruct {
        /// All versions.
        public var subtopologyId: String = ""
        /// All versions.
        public var sourceTopics: [String] = []
        /// All versions.
        public var sourceTopicRegex: [String] = []
        /// All versions.
        public var stateChangelogTopics: [TopicInfo] = []
        /// All versions.
        public var repartitionSinkTopics: [String] = []
        /// All versions.
        public var repartitionSourceTopics: [TopicInfo] = []
        /// All versions.
        public var copartitionGroups: [CopartitionGroup] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.subtopologyId = try reader.string(true)
            self.sourceTopics = try reader.strings(true)
            self.sourceTopicRegex = try reader.strings(true)
            let stateChangelogTopicsCount = try reader.arrayCount(true, wireBytes: 9, memoryBytes: MemoryLayout<TopicInfo>.stride)
            self.stateChangelogTopics.reserveCapacity(stateChangelogTopicsCount)
            for _ in 0..<stateChangelogTopicsCount { self.stateChangelogTopics.append(try TopicInfo(from: &reader, version: version)) }
            self.repartitionSinkTopics = try reader.strings(true)
            let repartitionSourceTopicsCount = try reader.arrayCount(true, wireBytes: 9, memoryBytes: MemoryLayout<TopicInfo>.stride)
            self.repartitionSourceTopics.reserveCapacity(repartitionSourceTopicsCount)
            for _ in 0..<repartitionSourceTopicsCount {
                self.repartitionSourceTopics.append(try TopicInfo(from: &reader, version: version))
            }
            let copartitionGroupsCount = try reader.arrayCount(true, wireBytes: 4, memoryBytes: MemoryLayout<CopartitionGroup>.stride)
            self.copartitionGroups.reserveCapacity(copartitionGroupsCount)
            for _ in 0..<copartitionGroupsCount { self.copartitionGroups.append(try CopartitionGroup(from: &reader, version: version)) }
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.subtopologyId, true)
            writer.strings(self.sourceTopics, true)
            writer.strings(self.sourceTopicRegex, true)
            writer.arrayCount(self.stateChangelogTopics.count, true)
            for index in self.stateChangelogTopics.indices { self.stateChangelogTopics[index].write(to: &writer, version: version) }
            writer.strings(self.repartitionSinkTopics, true)
            writer.arrayCount(self.repartitionSourceTopics.count, true)
            for index in self.repartitionSourceTopics.indices { self.repartitionSourceTopics[index].write(to: &writer, version: version) }
            writer.arrayCount(self.copartitionGroups.count, true)
            for index in self.copartitionGroups.indices { self.copartitionGroups[index].write(to: &writer, version: version) }
            writer.noTags()
        }
    }
}

extension StreamsGroupHeartbeatRequest {
    /// Within ``StreamsGroupHeartbeatRequest``.
    public struct TopicInfo: WireStruct {
        /// All versions.
        public var topic: String = ""
        /// All versions.
        public var numPartitions: Int32 = 0
        /// All versions.
        public var replicationFactor: Int16 = 0
        /// All versions.
        public var configs: [Config] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.topic = try reader.string(true)
            self.numPartitions = try reader.int32()
            self.replicationFactor = try reader.int16()
            let configsCount = try reader.arrayCount(true, wireBytes: 3, memoryBytes: MemoryLayout<Config>.stride)
            self.configs.reserveCapacity(configsCount)
            for _ in 0..<configsCount { self.configs.append(try Config(from: &reader, version: version)) }
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.topic, true)
            writer.int32(self.numPartitions)
            writer.int16(self.replicationFactor)
            writer.arrayCount(self.configs.count, true)
            for index in self.configs.indices { self.configs[index].write(to: &writer, version: version) }
            writer.noTags()
        }
    }
}

extension StreamsGroupHeartbeatRequest {
    /// Within ``StreamsGroupHeartbeatRequest``.
    public struct Config: WireStruct {
        /// All versions.
        public var key: String = ""
        /// All versions.
        public var value: String = ""

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.key = try reader.string(true)
            self.value = try reader.string(true)
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.key, true)
            writer.string(self.value, true)
            writer.noTags()
        }
    }
}

extension StreamsGroupHeartbeatRequest {
    /// Within ``StreamsGroupHeartbeatRequest``.
    public struct CopartitionGroup: WireStruct {
        /// All versions.
        public var sourceTopics: [Int16] = []
        /// All versions.
        public var sourceTopicRegex: [Int16] = []
        /// All versions.
        public var repartitionSourceTopics: [Int16] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.sourceTopics = try reader.int16s(true)
            self.sourceTopicRegex = try reader.int16s(true)
            self.repartitionSourceTopics = try reader.int16s(true)
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.int16s(self.sourceTopics, true)
            writer.int16s(self.sourceTopicRegex, true)
            writer.int16s(self.repartitionSourceTopics, true)
            writer.noTags()
        }
    }
}

extension StreamsGroupHeartbeatRequest {
    /// Within ``StreamsGroupHeartbeatRequest``.
    public struct TaskIDs: WireStruct {
        /// All versions.
        public var subtopologyId: String = ""
        /// All versions.
        public var partitions: [Int32] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.subtopologyId = try reader.string(true)
            self.partitions = try reader.int32s(true)
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.subtopologyId, true)
            writer.int32s(self.partitions, true)
            writer.noTags()
        }
    }
}

extension StreamsGroupHeartbeatRequest {
    /// Within ``StreamsGroupHeartbeatRequest``.
    public struct UserEndpoint: WireStruct {
        /// All versions.
        public var host: String = ""
        /// All versions.
        public var port: UInt16 = 0

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.host = try reader.string(true)
            self.port = try reader.uint16()
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.host, true)
            writer.uint16(self.port)
            writer.noTags()
        }
    }
}

extension StreamsGroupHeartbeatRequest {
    /// Within ``StreamsGroupHeartbeatRequest``.
    public struct ClientTag: WireStruct {
        /// All versions.
        public var key: String = ""
        /// All versions.
        public var value: String = ""

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.key = try reader.string(true)
            self.value = try reader.string(true)
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.key, true)
            writer.string(self.value, true)
            writer.noTags()
        }
    }
}

extension StreamsGroupHeartbeatRequest {
    /// Within ``StreamsGroupHeartbeatRequest``.
    public struct TaskOffset: WireStruct {
        /// All versions.
        public var subtopologyId: String = ""
        /// All versions.
        public var partitionIndex: Int32 = 0
        /// All versions.
        public var offset: Int64 = 0

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.subtopologyId = try reader.string(true)
            self.partitionIndex = try reader.int32()
            self.offset = try reader.int64()
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.subtopologyId, true)
            writer.int32(self.partitionIndex)
            writer.int64(self.offset)
            writer.noTags()
        }
    }
}
