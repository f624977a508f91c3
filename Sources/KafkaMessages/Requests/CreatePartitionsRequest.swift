// Made by schema-compiler from Schemas/CreatePartitions.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Adds partitions to topics.
///
/// Request, v0 to v3, flexible from v2 on.
public struct CreatePartitionsRequest: RequestMessage {
    public typealias Response = CreatePartitionsResponse
    public static let apiKey = ApiKey.createPartitions
    public static let versions: ClosedRange<Int16> = 0...3
    public static let firstFlexibleVersion: Int16 = 2

    /// All versions.
    public var topics: [CreatePartitionsTopic] = []
    /// All versions.
    public var timeoutMs: Int32 = 0
    /// All versions.
    public var validateOnly: Bool = false

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 2
        let topicsCount = try reader.arrayCount(flexible, wireBytes: 7, memoryBytes: MemoryLayout<CreatePartitionsTopic>.stride)
        self.topics.reserveCapacity(topicsCount)
        for _ in 0..<topicsCount { self.topics.append(try CreatePartitionsTopic(from: &reader, version: version)) }
        self.timeoutMs = try reader.int32()
        self.validateOnly = try reader.bool()
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 2
        writer.arrayCount(self.topics.count, flexible)
        for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
        writer.int32(self.timeoutMs)
        writer.bool(self.validateOnly)
        if flexible { writer.noTags() }
    }
}

extension CreatePartitionsRequest {
    /// Within ``CreatePartitionsRequest``.
    public struct CreatePartitionsTopic: WireStruct {
        /// All versions.
        public var name: String = ""
        /// All versions.
        public var count: Int32 = 0
        /// All versions, may be null.
        public var assignments: [CreatePartitionsAssignment]? = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 2
            self.name = try reader.string(flexible)
            self.count = try reader.int32()
            if let count = try reader.nullableArrayCount(
                flexible, wireBytes: 2, memoryBytes: MemoryLayout<CreatePartitionsAssignment>.stride
            ) {
                var elements: [CreatePartitionsAssignment] = []
                elements.reserveCapacity(count)
                for _ in 0..<count { elements.append(try CreatePartitionsAssignment(from: &reader, version: version)) }
                self.assignments = elements
            } else {
                self.assignments = nil
            }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 2
            writer.string(self.name, flexible)
            writer.int32(self.count)
            if let elements = self.assignments {
                writer.arrayCount(elements.count, flexible)
                for index in elements.indices { elements[index].write(to: &writer, version: version) }
            } else {
                writer.nullArray(flexible)
            }
            if flexible { writer.noTags() }
        }
    }
}

extension CreatePartitionsRequest {
    /// Within ``CreatePartitionsRequest``.
    public struct CreatePartitionsAssignment: WireStruct {
        /// All versions.
        public var brokerIds: [Int32] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 2
            self.brokerIds = try reader.int32s(flexible)
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 2
            writer.int32s(self.brokerIds, flexible)
            if flexible { writer.noTags() }
        }
    }
}
