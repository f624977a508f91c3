// Made by schema-compiler from Schemas/AlterPartitionReassignments.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Begins or cancels the move of partitions to other brokers.
///
/// Response, v0 to v1, flexible.
public struct AlterPartitionReassignmentsResponse: ResponseMessage {
    public static let apiKey = ApiKey.alterPartitionReassignments
    public static let versions: ClosedRange<Int16> = 0...1
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// v1+.
    public var allowReplicationFactorChange: Bool = true
    /// All versions.
    public var errorCode: ErrorCode = .none
    /// All versions, may be null.
    public var errorMessage: String? = ""
    /// All versions.
    public var responses: [ReassignableTopicResponse] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.throttleTimeMs = try reader.int32()
        if version >= 1 { self.allowReplicationFactorChange = try reader.bool() }
        self.errorCode = try reader.errorCode()
        self.errorMessage = try reader.nullableString(true)
        let responsesCount = try reader.arrayCount(true, wireBytes: 3, memoryBytes: MemoryLayout<ReassignableTopicResponse>.stride)
        self.responses.reserveCapacity(responsesCount)
        for _ in 0..<responsesCount { self.responses.append(try ReassignableTopicResponse(from: &reader, version: version)) }
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.int32(self.throttleTimeMs)
        if version >= 1 { writer.bool(self.allowReplicationFactorChange) }
        writer.errorCode(self.errorCode)
        writer.nullableString(self.errorMessage, true)
        writer.arrayCount(self.responses.count, true)
        for index in self.responses.indices { self.responses[index].write(to: &writer, version: version) }
        writer.noTags()
    }
}

extension AlterPartitionReassignmentsResponse {
    /// Within ``AlterPartitionReassignmentsResponse``.
    public struct ReassignableTopicResponse: WireStruct {
        /// All versions.
        public var name: String = ""
        /// All versions.
        public var partitions: [ReassignablePartitionResponse] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.name = try reader.string(true)
            let partitionsCount = try reader.arrayCount(true, wireBytes: 8, memoryBytes: MemoryLayout<ReassignablePartitionResponse>.stride)
            self.partitions.reserveCapacity(partitionsCount)
            for _ in 0..<partitionsCount { self.partitions.append(try ReassignablePartitionResponse(from: &reader, version: version)) }
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.name, true)
            writer.arrayCount(self.partitions.count, true)
            for index in self.partitions.indices { self.partitions[index].write(to: &writer, version: version) }
            writer.noTags()
        }
    }
}

extension AlterPartitionReassignmentsResponse {
    /// Within ``AlterPartitionReassignmentsResponse``.
    public struct ReassignablePartitionResponse: WireStruct {
        /// All versions.
        public var partitionIndex: Int32 = 0
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// All versions, may be null.
        public var errorMessage: String? = ""

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.partitionIndex = try reader.int32()
            self.errorCode = try reader.errorCode()
            self.errorMessage = try reader.nullableString(true)
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.int32(self.partitionIndex)
            writer.errorCode(self.errorCode)
            writer.nullableString(self.errorMessage, true)
            writer.noTags()
        }
    }
}
