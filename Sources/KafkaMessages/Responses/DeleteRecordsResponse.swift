// Made by schema-compiler from Schemas/DeleteRecords.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Moves the start of partitions forward.
///
/// Response, v0 to v2, flexible from v2 on.
public struct DeleteRecordsResponse: ResponseMessage {
    public static let apiKey = ApiKey.deleteRecords
    public static let versions: ClosedRange<Int16> = 0...2
    public static let firstFlexibleVersion: Int16 = 2

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var topics: [DeleteRecordsTopicResult] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 2
        self.throttleTimeMs = try reader.int32()
        let topicsCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<DeleteRecordsTopicResult>.stride)
        self.topics.reserveCapacity(topicsCount)
        for _ in 0..<topicsCount { self.topics.append(try DeleteRecordsTopicResult(from: &reader, version: version)) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 2
        writer.int32(self.throttleTimeMs)
        writer.arrayCount(self.topics.count, flexible)
        for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension DeleteRecordsResponse {
    /// Within ``DeleteRecordsResponse``.
    public struct DeleteRecordsTopicResult: WireStruct {
        /// All versions.
        public var name: String = ""
        /// All versions.
        public var partitions: [DeleteRecordsPartitionResult] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 2
            self.name = try reader.string(flexible)
            let partitionsCount = try reader.arrayCount(
                flexible, wireBytes: 14, memoryBytes: MemoryLayout<DeleteRecordsPartitionResult>.stride)
            self.partitions.reserveCapacity(partitionsCount)
            for _ in 0..<partitionsCount { self.partitions.append(try DeleteRecordsPartitionResult(from: &reader, version: version)) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 2
            writer.string(self.name, flexible)
            writer.arrayCount(self.partitions.count, flexible)
            for index in self.partitions.indices { self.partitions[index].write(to: &writer, version: version) }
            if flexible { writer.noTags() }
        }
    }
}

extension DeleteRecordsResponse {
    /// Within ``DeleteRecordsResponse``.
    public struct DeleteRecordsPartitionResult: WireStruct {
        /// All versions.
        public var partitionIndex: Int32 = 0
        /// All versions.
        public var lowWatermark: Int64 = 0
        /// All versions.
        public var errorCode: ErrorCode = .none

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 2
            self.partitionIndex = try reader.int32()
            self.lowWatermark = try reader.int64()
            self.errorCode = try reader.errorCode()
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 2
            writer.int32(self.partitionIndex)
            writer.int64(self.lowWatermark)
            writer.errorCode(self.errorCode)
            if flexible { writer.noTags() }
        }
    }
}
