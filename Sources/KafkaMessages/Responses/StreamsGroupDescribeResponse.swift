// Made by schema-compiler from Schemas/StreamsGroupDescribe.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells state, topology and members of streams groups (KIP-1071).
///
/// Response, v0, flexible.
public struct StreamsGroupDescribeResponse: ResponseMessage {
    public static let apiKey = ApiKey.streamsGroupDescribe
    public static let versions: ClosedRange<Int16> = 0...0
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var groups: [Group] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.throttleTimeMs = try reader.int32()
        let groupsCount = try reader.arrayCount(true, wireBytes: 20, memoryBytes: MemoryLayout<Group>.stride)
        self.groups.reserveCapacity(groupsCount)
        for _ in 0..<groupsCount { self.groups.append(try Group(from: &reader, version: version)) }
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.int32(self.throttleTimeMs)
        writer.arrayCount(self.groups.count, true)
        for index in self.groups.indices { self.groups[index].write(to: &writer, version: version) }
        writer.noTags()
    }
}

extension StreamsGroupDescribeResponse {
    /// Within ``StreamsGroupDescribeResponse``.
    public struct Group: WireStruct {
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// All versions, may be null.
        public var errorMessage: String? = ""
        /// All versions.
        public var groupId: String = ""
        /// All versions.
        public var state: String = ""
        /// All versions.
        public var epoch: Int32 = 0
        /// All versions.
        public var assignmentEpoch: Int32 = 0
        /// All versions, may be null.
        public var topology: Topology?
        /// All versions.
        public var members: [Member] = []
        /// All versions.
        public var authorizedOperations: Int32 = -2147483648

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.errorCode = try reader.errorCode()
            self.errorMessage = try reader.nullableString(true)
            self.groupId = try reader.string(true)
            self.state = try reader.string(true)
            self.epoch = try reader.int32()
            self.assignmentEpoch = try reader.int32()
            self.topology = try reader.isPresent() ? try Topology(from: &reader, version: version) : nil
            let membersCount = try reader.arrayCount(true, wireBytes: 28, memoryBytes: MemoryLayout<Member>.stride)
            self.members.reserveCapacity(membersCount)
            for _ in 0..<membersCount { self.members.append(try Member(from: &reader, version: version)) }
            self.authorizedOperations = try reader.int32()
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.errorCode(self.errorCode)
            writer.nullableString(self.errorMessage, true)
            writer.string(self.groupId, true)
            writer.string(self.state, true)
            writer.int32(self.epoch)
            writer.int32(self.assignmentEpoch)
            writer.present(self.topology != nil)
            if let value = self.topology { value.write(to: &writer, version: version) }
            writer.arrayCount(self.members.count, true)
            for index in self.members.indices { self.members[index].write(to: &writer, version: version) }
            writer.int32(self.authorizedOperations)
            writer.noTags()
        }
    }
}

extension StreamsGroupDescribeResponse {
    /// Within ``StreamsGroupDescribeResponse``.
    public struct Topology: WireStruct {
        /// All versions.
        public var epoch: Int32 = 0
        /// All versions, may be null.
        public var subtopologies: [Subtopology]? = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.epoch = try reader.int32()
            if let count = try reader.nullableArrayCount(true, wireBytes: 6, memoryBytes: MemoryLayout<Subtopology>.stride) {
                var elements: [Subtopology] = []
                elements.reserveCapacity(count)
                for _ in 0..<count { elements.append(try Subtopology(from: &reader, version: version)) }
                self.subtopologies = elements
            } else {
                self.subtopologies = nil
            }
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.int32(self.epoch)
            if let elements = self.subtopologies {
                writer.arrayCount(elements.count, true)
                for index in elements.indices { elements[index].write(to: &writer, version: version) }
            } else {
                writer.nullArray(true)
            }
            writer.noTags()
        }
    }
}

extension StreamsGroupDescribeResponse {
    /// Within ``StreamsGroupDescribeResponse``.
    public struct Subtopology: WireStruct {
        /// All versions.
        public var subtopologyId: String = ""
        /// All versions.
        public var sourceTopics: [String] = []
        /// All versions.
        public var repartitionSinkTopics: [String] = []
        /// All versions.
        public var stateChangelogTopics: [TopicInfo] = []
        /// All versions.
        public var repartitionSourceTopics: [TopicInfo] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.subtopologyId = try reader.string(true)
            self.sourceTopics = try reader.strings(true)
            self.repartitionSinkTopics = try reader.strings(true)
            let stateChangelogTopicsCount = try reader.arrayCount(true, wireBytes: 9, memoryBytes: MemoryLayout<TopicInfo>.stride)
            self.stateChangelogTopics.reserveCapacity(stateChangelogTopicsCount)
            for _ in 0..<stateChangelogTopicsCount { self.stateChangelogTopics.append(try TopicInfo(from: &reader, version: version)) }
            let repartitionSourceTopicsCount = try reader.arrayCount(true, wireBytes: 9, memoryBytes: MemoryLayout<TopicInfo>.stride)
            self.repartitionSourceTopics.reserveCapacity(repartitionSourceTopicsCount)
            for _ in 0..<repartitionSourceTopicsCount {
                self.repartitionSourceTopics.append(try TopicInfo(from: &reader, version: version))
            }
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.subtopologyId, true)
            writer.strings(self.sourceTopics, true)
            writer.strings(self.repartitionSinkTopics, true)
            writer.arrayCount(self.stateChangelogTopics.count, true)
            for index in self.stateChangelogTopics.indices { self.stateChangelogTopics[index].write(to: &writer, version: version) }
            writer.arrayCount(self.repartitionSourceTopics.count, true)
            for index in self.repartitionSourceTopics.indices { self.repartitionSourceTopics[index].write(to: &writer, version: version) }
            writer.noTags()
        }
    }
}

extension StreamsGroupDescribeResponse {
    /// Within ``StreamsGroupDescribeResponse``.
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

extension StreamsGroupDescribeResponse {
    /// Within ``StreamsGroupDescribeResponse``.
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

extension StreamsGroupDescribeResponse {
    /// Within ``StreamsGroupDescribeResponse``.
    public struct Member: WireStruct {
        /// All versions.
        public var memberId: String = ""
        /// All versions.
        public var memberEpoch: Int32 = 0
        /// All versions, may be null.
        public var instanceId: String? = ""
        /// All versions, may be null.
        public var rackId: String? = ""
        /// All versions.
        public var clientId: String = ""
        /// All versions.
        public var clientHost: String = ""
        /// All versions.
        public var topologyEpoch: Int32 = 0
        /// All versions.
        public var processId: String = ""
        /// All versions, may be null.
        public var userEndpoint: UserEndpoint?
        /// All versions.
        public var clientTags: [ClientTag] = []
        /// All versions.
        public var taskOffsets: [TaskOffset] = []
        /// All versions.
        public var taskEndOffsets: [TaskOffset] = []
        /// All versions.
        public var assignment: StreamsAssignment = StreamsAssignment()
        /// All versions.
        public var targetAssignment: StreamsAssignment = StreamsAssignment()
        /// All versions.
        public var isClassic: Bool = false

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.memberId = try reader.string(true)
            self.memberEpoch = try reader.int32()
            self.instanceId = try reader.nullableString(true)
            self.rackId = try reader.nullableString(true)
            self.clientId = try reader.string(true)
            self.clientHost = try reader.string(true)
            self.topologyEpoch = try reader.int32()
            self.processId = try reader.string(true)
            self.userEndpoint = try reader.isPresent() ? try UserEndpoint(from: &reader, version: version) : nil
            let clientTagsCount = try reader.arrayCount(true, wireBytes: 3, memoryBytes: MemoryLayout<ClientTag>.stride)
            self.clientTags.reserveCapacity(clientTagsCount)
            for _ in 0..<clientTagsCount { self.clientTags.append(try ClientTag(from: &reader, version: version)) }
            let taskOffsetsCount = try reader.arrayCount(true, wireBytes: 14, memoryBytes: MemoryLayout<TaskOffset>.stride)
            self.taskOffsets.reserveCapacity(taskOffsetsCount)
            for _ in 0..<taskOffsetsCount { self.taskOffsets.append(try TaskOffset(from: &reader, version: version)) }
            let taskEndOffsetsCount = try reader.arrayCount(true, wireBytes: 14, memoryBytes: MemoryLayout<TaskOffset>.stride)
            self.taskEndOffsets.reserveCapacity(taskEndOffsetsCount)
            for _ in 0..<taskEndOffsetsCount { self.taskEndOffsets.append(try TaskOffset(from: &reader, version: version)) }
            self.assignment = try StreamsAssignment(from: &reader, version: version)
            self.targetAssignment = try StreamsAssignment(from: &reader, version: version)
            self.isClassic = try reader.bool()
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.memberId, true)
            writer.int32(self.memberEpoch)
            writer.nullableString(self.instanceId, true)
            writer.nullableString(self.rackId, true)
            writer.string(self.clientId, true)
            writer.string(self.clientHost, true)
            writer.int32(self.topologyEpoch)
            writer.string(self.processId, true)
            writer.present(self.userEndpoint != nil)
            if let value = self.userEndpoint { value.write(to: &writer, version: version) }
            writer.arrayCount(self.clientTags.count, true)
            for index in self.clientTags.indices { self.clientTags[index].write(to: &writer, version: version) }
            writer.arrayCount(self.taskOffsets.count, true)
            for index in self.taskOffsets.indices { self.taskOffsets[index].write(to: &writer, version: version) }
            writer.arrayCount(self.taskEndOffsets.count, true)
            for index in self.taskEndOffsets.indices { self.taskEndOffsets[index].write(to: &writer, version: version) }
            self.assignment.write(to: &writer, version: version)
            self.targetAssignment.write(to: &writer, version: version)
            writer.bool(self.isClassic)
            writer.noTags()
        }
    }
}

extension StreamsGroupDescribeResponse {
    /// Within ``StreamsGroupDescribeResponse``.
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

extension StreamsGroupDescribeResponse {
    /// Within ``StreamsGroupDescribeResponse``.
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

extension StreamsGroupDescribeResponse {
    /// Within ``StreamsGroupDescribeResponse``.
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

extension StreamsGroupDescribeResponse {
    /// Within ``StreamsGroupDescribeResponse``.
    public struct StreamsAssignment: WireStruct {
        /// All versions.
        public var activeTasks: [TaskIDs] = []
        /// All versions.
        public var standbyTasks: [TaskIDs] = []
        /// All versions.
        public var warmupTasks: [TaskIDs] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let activeTasksCount = try reader.arrayCount(true, wireBytes: 3, memoryBytes: MemoryLayout<TaskIDs>.stride)
            self.activeTasks.reserveCapacity(activeTasksCount)
            for _ in 0..<activeTasksCount { self.activeTasks.append(try TaskIDs(from: &reader, version: version)) }
            let standbyTasksCount = try reader.arrayCount(true, wireBytes: 3, memoryBytes: MemoryLayout<TaskIDs>.stride)
            self.standbyTasks.reserveCapacity(standbyTasksCount)
            for _ in 0..<standbyTasksCount { self.standbyTasks.append(try TaskIDs(from: &reader, version: version)) }
            let warmupTasksCount = try reader.arrayCount(true, wireBytes: 3, memoryBytes: MemoryLayout<TaskIDs>.stride)
            self.warmupTasks.reserveCapacity(warmupTasksCount)
            for _ in 0..<warmupTasksCount { self.warmupTasks.append(try TaskIDs(from: &reader, version: version)) }
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.arrayCount(self.activeTasks.count, true)
            for index in self.activeTasks.indices { self.activeTasks[index].write(to: &writer, version: version) }
            writer.arrayCount(self.standbyTasks.count, true)
            for index in self.standbyTasks.indices { self.standbyTasks[index].write(to: &writer, version: version) }
            writer.arrayCount(self.warmupTasks.count, true)
            for index in self.warmupTasks.indices { self.warmupTasks[index].write(to: &writer, version: version) }
            writer.noTags()
        }
    }
}

extension StreamsGroupDescribeResponse {
    /// Within ``StreamsGroupDescribeResponse``.
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
