// Made by schema-compiler from Schemas/DescribeProducers.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells the active producers of partitions.
///
/// Request, v0, flexible.
public struct DescribeProducersRequest: RequestMessage {
    public typealias Response = DescribeProducersResponse
    public static let apiKey = ApiKey.describeProducers
    public static let versions: ClosedRange<Int16> = 0...0
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var topics: [TopicRequest] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let topicsCount = try reader.arrayCount(true, wireBytes: 3, memoryBytes: MemoryLayout<TopicRequest>.stride)
        self.topics.reserveCapacity(topicsCount)
        for _ in 0..<topicsCount { self.topics.append(try TopicRequest(from: &reader, version: version)) }
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.arrayCount(self.topics.count, true)
        for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
        writer.noTags()
    }
}

extension DescribeProducersRequest {
    /// Within ``DescribeProducersRequest``.
    public struct TopicRequest: WireStruct {
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
