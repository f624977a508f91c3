// Made by schema-compiler from Schemas/DescribeShareGroupOffsets.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells the start offsets of share groups (KIP-932).
///
/// Request, v0 to v1, flexible.
public struct DescribeShareGroupOffsetsRequest: RequestMessage {
    public typealias Response = DescribeShareGroupOffsetsResponse
    public static let apiKey = ApiKey.describeShareGroupOffsets
    public static let versions: ClosedRange<Int16> = 0...1
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var groups: [Group] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let groupsCount = try reader.arrayCount(true, wireBytes: 3, memoryBytes: MemoryLayout<Group>.stride)
        self.groups.reserveCapacity(groupsCount)
        for _ in 0..<groupsCount { self.groups.append(try Group(from: &reader, version: version)) }
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.arrayCount(self.groups.count, true)
        for index in self.groups.indices { self.groups[index].write(to: &writer, version: version) }
        writer.noTags()
    }
}

extension DescribeShareGroupOffsetsRequest {
    /// Within ``DescribeShareGroupOffsetsRequest``.
    public struct Group: WireStruct {
        /// All versions.
        public var groupId: String = ""
        /// All versions, may be null.
        public var topics: [Topic]? = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.groupId = try reader.string(true)
            if let count = try reader.nullableArrayCount(true, wireBytes: 3, memoryBytes: MemoryLayout<Topic>.stride) {
                var elements: [Topic] = []
                elements.reserveCapacity(count)
                for _ in 0..<count { elements.append(try Topic(from: &reader, version: version)) }
                self.topics = elements
            } else {
                self.topics = nil
            }
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.groupId, true)
            if let elements = self.topics {
                writer.arrayCount(elements.count, true)
                for index in elements.indices { elements[index].write(to: &writer, version: version) }
            } else {
                writer.nullArray(true)
            }
            writer.noTags()
        }
    }
}

extension DescribeShareGroupOffsetsRequest {
    /// Within ``DescribeShareGroupOffsetsRequest``.
    public struct Topic: WireStruct {
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
