// Made by schema-compiler from Schemas/ShareGroupDescribe.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells state and members of share groups (KIP-932).
///
/// Response, v1, flexible from v0 on.
public struct ShareGroupDescribeResponse: ResponseMessage {
    public static let apiKey = ApiKey.shareGroupDescribe
    public static let versions: ClosedRange<Int16> = 1...1
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

extension ShareGroupDescribeResponse {
    /// Within ``ShareGroupDescribeResponse``.
    public struct Group: WireStruct {
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// All versions, may be null.
        public var errorMessage: String? = ""
        /// All versions.
        public var groupId: String = ""
        /// All versions.
        public var groupState: String = ""
        /// All versions.
        public var groupEpoch: Int32 = 0
        /// All versions.
        public var assignmentEpoch: Int32 = 0
        /// All versions.
        public var assignor: String = ""
        /// All versions.
        public var members: [Member] = []
        /// All versions.
        public var authorizedOperations: Int32 = -2147483648

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.errorCode = try reader.errorCode()
            self.errorMessage = try reader.nullableString(true)
            self.groupId = try reader.string(true)
            self.groupState = try reader.string(true)
            self.groupEpoch = try reader.int32()
            self.assignmentEpoch = try reader.int32()
            self.assignor = try reader.string(true)
            let membersCount = try reader.arrayCount(true, wireBytes: 12, memoryBytes: MemoryLayout<Member>.stride)
            self.members.reserveCapacity(membersCount)
            for _ in 0..<membersCount { self.members.append(try Member(from: &reader, version: version)) }
            self.authorizedOperations = try reader.int32()
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.errorCode(self.errorCode)
            writer.nullableString(self.errorMessage, true)
            writer.string(self.groupId, true)
            writer.string(self.groupState, true)
            writer.int32(self.groupEpoch)
            writer.int32(self.assignmentEpoch)
            writer.string(self.assignor, true)
            writer.arrayCount(self.members.count, true)
            for index in self.members.indices { self.members[index].write(to: &writer, version: version) }
            writer.int32(self.authorizedOperations)
            writer.noTags()
        }
    }
}

extension ShareGroupDescribeResponse {
    /// Within ``ShareGroupDescribeResponse``.
    public struct Member: WireStruct {
        /// All versions.
        public var memberId: String = ""
        /// All versions, may be null.
        public var rackId: String? = ""
        /// All versions.
        public var memberEpoch: Int32 = 0
        /// All versions.
        public var clientId: String = ""
        /// All versions.
        public var clientHost: String = ""
        /// All versions.
        public var subscribedTopicNames: [String] = []
        /// All versions.
        public var assignment: Assignment = Assignment()

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.memberId = try reader.string(true)
            self.rackId = try reader.nullableString(true)
            self.memberEpoch = try reader.int32()
            self.clientId = try reader.string(true)
            self.clientHost = try reader.string(true)
            self.subscribedTopicNames = try reader.strings(true)
            self.assignment = try Assignment(from: &reader, version: version)
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.memberId, true)
            writer.nullableString(self.rackId, true)
            writer.int32(self.memberEpoch)
            writer.string(self.clientId, true)
            writer.string(self.clientHost, true)
            writer.strings(self.subscribedTopicNames, true)
            self.assignment.write(to: &writer, version: version)
            writer.noTags()
        }
    }
}

extension ShareGroupDescribeResponse {
    /// Within ``ShareGroupDescribeResponse``.
    public struct Assignment: WireStruct {
        /// All versions.
        public var topicPartitions: [TopicPartition] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let topicPartitionsCount = try reader.arrayCount(true, wireBytes: 19, memoryBytes: MemoryLayout<TopicPartition>.stride)
            self.topicPartitions.reserveCapacity(topicPartitionsCount)
            for _ in 0..<topicPartitionsCount { self.topicPartitions.append(try TopicPartition(from: &reader, version: version)) }
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.arrayCount(self.topicPartitions.count, true)
            for index in self.topicPartitions.indices { self.topicPartitions[index].write(to: &writer, version: version) }
            writer.noTags()
        }
    }
}

extension ShareGroupDescribeResponse {
    /// Within ``ShareGroupDescribeResponse``.
    public struct TopicPartition: WireStruct {
        /// All versions.
        public var topicId: KafkaUUID = .zero
        /// All versions.
        public var topic: String = ""
        /// All versions.
        public var partitions: [Int32] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.topicId = try reader.uuid()
            self.topic = try reader.string(true)
            self.partitions = try reader.int32s(true)
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.uuid(self.topicId)
            writer.string(self.topic, true)
            writer.int32s(self.partitions, true)
            writer.noTags()
        }
    }
}
