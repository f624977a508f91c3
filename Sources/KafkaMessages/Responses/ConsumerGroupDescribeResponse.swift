// Made by schema-compiler from Schemas/ConsumerGroupDescribe.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells state and members of consumer groups (KIP-848).
///
/// Response, v0 to v1, flexible.
public struct ConsumerGroupDescribeResponse: ResponseMessage {
    public static let apiKey = ApiKey.consumerGroupDescribe
    public static let versions: ClosedRange<Int16> = 0...1
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var groups: [DescribedGroup] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.throttleTimeMs = try reader.int32()
        let groupsCount = try reader.arrayCount(true, wireBytes: 20, memoryBytes: MemoryLayout<DescribedGroup>.stride)
        self.groups.reserveCapacity(groupsCount)
        for _ in 0..<groupsCount { self.groups.append(try DescribedGroup(from: &reader, version: version)) }
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.int32(self.throttleTimeMs)
        writer.arrayCount(self.groups.count, true)
        for index in self.groups.indices { self.groups[index].write(to: &writer, version: version) }
        writer.noTags()
    }
}

extension ConsumerGroupDescribeResponse {
    /// Within ``ConsumerGroupDescribeResponse``.
    public struct DescribedGroup: WireStruct {
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// All versions, may be null.
        public var errorMessage: String?
        /// All versions.
        public var groupId: String = ""
        /// All versions.
        public var groupState: String = ""
        /// All versions.
        public var groupEpoch: Int32 = 0
        /// All versions.
        public var assignmentEpoch: Int32 = 0
        /// All versions.
        public var assignorName: String = ""
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
            self.assignorName = try reader.string(true)
            let membersCount = try reader.arrayCount(true, wireBytes: 16, memoryBytes: MemoryLayout<Member>.stride)
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
            writer.string(self.assignorName, true)
            writer.arrayCount(self.members.count, true)
            for index in self.members.indices { self.members[index].write(to: &writer, version: version) }
            writer.int32(self.authorizedOperations)
            writer.noTags()
        }
    }
}

extension ConsumerGroupDescribeResponse {
    /// Within ``ConsumerGroupDescribeResponse``.
    public struct Member: WireStruct {
        /// All versions.
        public var memberId: String = ""
        /// All versions, may be null.
        public var instanceId: String?
        /// All versions, may be null.
        public var rackId: String?
        /// All versions.
        public var memberEpoch: Int32 = 0
        /// All versions.
        public var clientId: String = ""
        /// All versions.
        public var clientHost: String = ""
        /// All versions.
        public var subscribedTopicNames: [String] = []
        /// All versions, may be null.
        public var subscribedTopicRegex: String?
        /// All versions.
        public var assignment: Assignment = Assignment()
        /// All versions.
        public var targetAssignment: Assignment = Assignment()
        /// v1+.
        public var memberType: Int8 = -1

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.memberId = try reader.string(true)
            self.instanceId = try reader.nullableString(true)
            self.rackId = try reader.nullableString(true)
            self.memberEpoch = try reader.int32()
            self.clientId = try reader.string(true)
            self.clientHost = try reader.string(true)
            self.subscribedTopicNames = try reader.strings(true)
            self.subscribedTopicRegex = try reader.nullableString(true)
            self.assignment = try Assignment(from: &reader, version: version)
            self.targetAssignment = try Assignment(from: &reader, version: version)
            if version >= 1 { self.memberType = try reader.int8() }
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.memberId, true)
            writer.nullableString(self.instanceId, true)
            writer.nullableString(self.rackId, true)
            writer.int32(self.memberEpoch)
            writer.string(self.clientId, true)
            writer.string(self.clientHost, true)
            writer.strings(self.subscribedTopicNames, true)
            writer.nullableString(self.subscribedTopicRegex, true)
            self.assignment.write(to: &writer, version: version)
            self.targetAssignment.write(to: &writer, version: version)
            if version >= 1 { writer.int8(self.memberType) }
            writer.noTags()
        }
    }
}

extension ConsumerGroupDescribeResponse {
    /// Within ``ConsumerGroupDescribeResponse``.
    public struct Assignment: WireStruct {
        /// All versions.
        public var topicPartitions: [TopicPartitions] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let topicPartitionsCount = try reader.arrayCount(true, wireBytes: 19, memoryBytes: MemoryLayout<TopicPartitions>.stride)
            self.topicPartitions.reserveCapacity(topicPartitionsCount)
            for _ in 0..<topicPartitionsCount { self.topicPartitions.append(try TopicPartitions(from: &reader, version: version)) }
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.arrayCount(self.topicPartitions.count, true)
            for index in self.topicPartitions.indices { self.topicPartitions[index].write(to: &writer, version: version) }
            writer.noTags()
        }
    }
}

extension ConsumerGroupDescribeResponse {
    /// Within ``ConsumerGroupDescribeResponse``.
    public struct TopicPartitions: WireStruct {
        /// All versions.
        public var topicId: KafkaUUID = .zero
        /// All versions.
        public var topicName: String = ""
        /// All versions.
        public var partitions: [Int32] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.topicId = try reader.uuid()
            self.topicName = try reader.string(true)
            self.partitions = try reader.int32s(true)
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.uuid(self.topicId)
            writer.string(self.topicName, true)
            writer.int32s(self.partitions, true)
            writer.noTags()
        }
    }
}
