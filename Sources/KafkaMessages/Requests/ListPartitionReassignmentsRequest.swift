// Made by schema-compiler from Schemas/ListPartitionReassignments.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Lists the moves of partitions under way.
///
/// Request, v0, flexible.
public struct ListPartitionReassignmentsRequest: RequestMessage {
    public typealias Response = ListPartitionReassignmentsResponse
    public static let apiKey = ApiKey.listPartitionReassignments
    public static let versions: ClosedRange<Int16> = 0...0
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var timeoutMs: Int32 = 60000
    /// All versions, may be null.
    public var topics: [ListPartitionReassignmentsTopics]?

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.timeoutMs = try reader.int32()
        if let count = try reader.nullableArrayCount(
            true, wireBytes: 3, memoryBytes: MemoryLayout<ListPartitionReassignmentsTopics>.stride
        ) {
            var elements: [ListPartitionReassignmentsTopics] = []
            elements.reserveCapacity(count)
            for _ in 0..<count { elements.append(try ListPartitionReassignmentsTopics(from: &reader, version: version)) }
            self.topics = elements
        } else {
            self.topics = nil
        }
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.int32(self.timeoutMs)
        if let elements = self.topics {
            writer.arrayCount(elements.count, true)
            for index in elements.indices { elements[index].write(to: &writer, version: version) }
        } else {
            writer.nullArray(true)
        }
        writer.noTags()
    }
}

extension ListPartitionReassignmentsRequest {
    /// Within ``ListPartitionReassignmentsRequest``.
    public struct ListPartitionReassignmentsTopics: WireStruct {
        /// All versions.
        public var name: String = ""
        /// All versions.
        public var partitionIndexes: [Int32] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.name = try reader.string(true)
            self.partitionIndexes = try reader.int32s(true)
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.name, true)
            writer.int32s(self.partitionIndexes, true)
            writer.noTags()
        }
    }
}
