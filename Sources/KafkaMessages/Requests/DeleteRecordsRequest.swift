// Made by schema-compiler from Schemas/DeleteRecords.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Moves the start of partitions forward.
///
/// Request, v0 to v2, flexible from v2 on.
public struct DeleteRecordsRequest: RequestMessage {
    public typealias Response = DeleteRecordsResponse
    public static let apiKey = ApiKey.deleteRecords
    public static let versions: ClosedRange<Int16> = 0...2
    public static let firstFlexibleVersion: Int16 = 2

    /// All versions.
    public var topics: [DeleteRecordsTopic] = []
    /// All versions.
    public var timeoutMs: Int32 = 0

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 2
        let topicsCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<DeleteRecordsTopic>.stride)
        self.topics.reserveCapacity(topicsCount)
        for _ in 0..<topicsCount { self.topics.append(try DeleteRecordsTopic(from: &reader, version: version)) }
        self.timeoutMs = try reader.int32()
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 2
        writer.arrayCount(self.topics.count, flexible)
        for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
        writer.int32(self.timeoutMs)
        if flexible { writer.noTags() }
    }
}

extension DeleteRecordsRequest {
    /// Within ``DeleteRecordsRequest``.
    public struct DeleteRecordsTopic: WireStruct {
        /// All versions.
        public var name: String = ""
        /// All versions.
        public var partitions: [DeleteRecordsPartition] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 2
            self.name = try reader.string(flexible)
            let partitionsCount = try reader.arrayCount(flexible, wireBytes: 12, memoryBytes: MemoryLayout<DeleteRecordsPartition>.stride)
            self.partitions.reserveCapacity(partitionsCount)
            for _ in 0..<partitionsCount { self.partitions.append(try DeleteRecordsPartition(from: &reader, version: version)) }
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

extension DeleteRecordsRequest {
    /// Within ``DeleteRecordsRequest``.
    public struct DeleteRecordsPartition: WireStruct {
        /// All versions.
        public var partitionIndex: Int32 = 0
        /// All versions.
        public var offset: Int64 = 0

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 2
            self.partitionIndex = try reader.int32()
            self.offset = try reader.int64()
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 2
            writer.int32(self.partitionIndex)
            writer.int64(self.offset)
            if flexible { writer.noTags() }
        }
    }
}
