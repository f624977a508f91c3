// Made by schema-compiler from Schemas/StreamsGroupHeartbeat.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Joins, keeps alive and leaves a streams group (KIP-1071).
///
/// Response, v0, flexible.
public struct StreamsGroupHeartbeatResponse: ResponseMessage {
    public static let apiKey = ApiKey.streamsGroupHeartbeat
    public static let versions: ClosedRange<Int16> = 0...0
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var errorCode: ErrorCode = .none
    /// All versions, may be null.
    public var errorMessage: String? = ""
    /// All versions.
    public var memberId: String = ""
    /// All versions.
    public var memberEpoch: Int32 = 0
    /// All versions.
    public var heartbeatIntervalMs: Int32 = 0
    /// All versions.
    public var acceptableRecoveryLag: Int32 = 0
    /// All versions.
    public var taskOffsetIntervalMs: Int32 = 0
    /// All versions, may be null.
    public var status: [Status]? = []
    /// All versions, may be null.
    public var activeTasks: [TaskIDs]? = []
    /// All versions, may be null.
    public var standbyTasks: [TaskIDs]? = []
    /// All versions, may be null.
    public var warmupTasks: [TaskIDs]? = []
    /// All versions.
    public var endpointInformationEpoch: Int32 = 0
    /// All versions, may be null.
    public var partitionsByUserEndpoint: [PartitionsByUserEndpoint]? = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.throttleTimeMs = try reader.int32()
        self.errorCode = try reader.errorCode()
        self.errorMessage = try reader.nullableString(true)
        self.memberId = try reader.string(true)
        self.memberEpoch = try reader.int32()
        self.heartbeatIntervalMs = try reader.int32()
        self.acceptableRecoveryLag = try reader.int32()
        self.taskOffsetIntervalMs = try reader.int32()
        if let count = try reader.nullableArrayCount(true, wireBytes: 3, memoryBytes: MemoryLayout<Status>.stride) {
            var elements: [Status] = []
            elements.reserveCapacity(count)
            for _ in 0..<count { elements.append(try Status(from: &reader, version: version)) }
            self.status = elements
        } else {
            self.status = nil
        }
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
        self.endpointInformationEpoch = try reader.int32()
        if let count = try reader.nullableArrayCount(true, wireBytes: 7, memoryBytes: MemoryLayout<PartitionsByUserEndpoint>.stride) {
            var elements: [PartitionsByUserEndpoint] = []
            elements.reserveCapacity(count)
            for _ in 0..<count { elements.append(try PartitionsByUserEndpoint(from: &reader, version: version)) }
            self.partitionsByUserEndpoint = elements
        } else {
            self.partitionsByUserEndpoint = nil
        }
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.int32(self.throttleTimeMs)
        writer.errorCode(self.errorCode)
        writer.nullableString(self.errorMessage, true)
        writer.string(self.memberId, true)
        writer.int32(self.memberEpoch)
        writer.int32(self.heartbeatIntervalMs)
        writer.int32(self.acceptableRecoveryLag)
        writer.int32(self.taskOffsetIntervalMs)
        if let elements = self.status {
            writer.arrayCount(elements.count, true)
            for index in elements.indices { elements[index].write(to: &writer, version: version) }
        } else {
            writer.nullArray(true)
        }
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
        writer.int32(self.endpointInformationEpoch)
        if let elements = self.partitionsByUserEndpoint {
            writer.arrayCount(elements.count, true)
            for index in elements.indices { elements[index].write(to: &writer, version: version) }
        } else {
            writer.nullArray(true)
        }
        writer.noTags()
    }
}

extension StreamsGroupHeartbeatResponse {
    /// Within ``StreamsGroupHeartbeatResponse``.
    public struct Status: WireStruct {
        /// All versions.
        public var statusCode: Int8 = 0
        /// All versions.
        public var statusDetail: String = ""

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.statusCode = try reader.int8()
            self.statusDetail = try reader.string(true)
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.int8(self.statusCode)
            writer.string(self.statusDetail, true)
            writer.noTags()
        }
    }
}

extension StreamsGroupHeartbeatResponse {
    /// Within ``StreamsGroupHeartbeatResponse``.
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

extension StreamsGroupHeartbeatResponse {
    /// Within ``StreamsGroupHeartbeatResponse``.
    public struct PartitionsByUserEndpoint: WireStruct {
        /// All versions.
        public var userEndpoint: Endpoint = Endpoint()
        /// All versions.
        public var activePartitions: [ActivePartition] = []
        /// All versions.
        public var standbyPartitions: [StandbyPartition] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.userEndpoint = try Endpoint(from: &reader, version: version)
            let activePartitionsCount = try reader.arrayCount(true, wireBytes: 3, memoryBytes: MemoryLayout<ActivePartition>.stride)
            self.activePartitions.reserveCapacity(activePartitionsCount)
            for _ in 0..<activePartitionsCount { self.activePartitions.append(try ActivePartition(from: &reader, version: version)) }
            let standbyPartitionsCount = try reader.arrayCount(true, wireBytes: 3, memoryBytes: MemoryLayout<StandbyPartition>.stride)
            self.standbyPartitions.reserveCapacity(standbyPartitionsCount)
            for _ in 0..<standbyPartitionsCount { self.standbyPartitions.append(try StandbyPartition(from: &reader, version: version)) }
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            self.userEndpoint.write(to: &writer, version: version)
            writer.arrayCount(self.activePartitions.count, true)
            for index in self.activePartitions.indices { self.activePartitions[index].write(to: &writer, version: version) }
            writer.arrayCount(self.standbyPartitions.count, true)
            for index in self.standbyPartitions.indices { self.standbyPartitions[index].write(to: &writer, version: version) }
            writer.noTags()
        }
    }
}

extension StreamsGroupHeartbeatResponse {
    /// Within ``StreamsGroupHeartbeatResponse``.
    public struct Endpoint: WireStruct {
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

extension StreamsGroupHeartbeatResponse {
    /// Within ``StreamsGroupHeartbeatResponse``.
    public struct ActivePartition: WireStruct {
        /// All versions.
        public var topic: String = ""
        /// All versions.
        public var partitions: [Int32] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.topic = try reader.string(true)
            self.partitions = try reader.int32s(true)
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.topic, true)
            writer.int32s(self.partitions, true)
            writer.noTags()
        }
    }
}

extension StreamsGroupHeartbeatResponse {
    /// Within ``StreamsGroupHeartbeatResponse``.
    public struct StandbyPartition: WireStruct {
        /// All versions.
        public var topic: String = ""
        /// All versions.
        public var partitions: [Int32] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.topic = try reader.string(true)
            self.partitions = try reader.int32s(true)
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.topic, true)
            writer.int32s(self.partitions, true)
            writer.noTags()
        }
    }
}
