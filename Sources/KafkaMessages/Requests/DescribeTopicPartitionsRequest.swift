// Made by schema-compiler from Schemas/DescribeTopicPartitions.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells a topic's partitions page by page (KIP-966).
///
/// Request, v0, flexible.
public struct DescribeTopicPartitionsRequest: RequestMessage {
    public typealias Response = DescribeTopicPartitionsResponse
    public static let apiKey = ApiKey.describeTopicPartitions
    public static let versions: ClosedRange<Int16> = 0...0
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var topics: [TopicRequest] = []
    /// All versions.
    public var responsePartitionLimit: Int32 = 2000
    /// All versions, may be null.
    public var cursor: Cursor?

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let topicsCount = try reader.arrayCount(true, wireBytes: 2, memoryBytes: MemoryLayout<TopicRequest>.stride)
        self.topics.reserveCapacity(topicsCount)
        for _ in 0..<topicsCount { self.topics.append(try TopicRequest(from: &reader, version: version)) }
        self.responsePartitionLimit = try reader.int32()
        self.cursor = try reader.isPresent() ? try Cursor(from: &reader, version: version) : nil
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.arrayCount(self.topics.count, true)
        for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
        writer.int32(self.responsePartitionLimit)
        writer.present(self.cursor != nil)
        if let value = self.cursor { value.write(to: &writer, version: version) }
        writer.noTags()
    }
}

extension DescribeTopicPartitionsRequest {
    /// Within ``DescribeTopicPartitionsRequest``.
    public struct TopicRequest: WireStruct {
        /// All versions.
        public var name: String = ""

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.name = try reader.string(true)
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.name, true)
            writer.noTags()
        }
    }
}

extension DescribeTopicPartitionsRequest {
    /// Within ``DescribeTopicPartitionsRequest``.
    public struct Cursor: WireStruct {
        /// All versions.
        public var topicName: String = ""
        /// All versions.
        public var partitionIndex: Int32 = 0

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.topicName = try reader.string(true)
            self.partitionIndex = try reader.int32()
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.topicName, true)
            writer.int32(self.partitionIndex)
            writer.noTags()
        }
    }
}
