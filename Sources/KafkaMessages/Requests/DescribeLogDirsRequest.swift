// Made by schema-compiler from Schemas/DescribeLogDirs.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells the sizes of the replicas in a broker's log directories.
///
/// Request, v0 to v5, flexible from v2 on.
public struct DescribeLogDirsRequest: RequestMessage {
    public typealias Response = DescribeLogDirsResponse
    public static let apiKey = ApiKey.describeLogDirs
    public static let versions: ClosedRange<Int16> = 0...5
    public static let firstFlexibleVersion: Int16 = 2

    /// All versions, may be null.
    public var topics: [DescribableLogDirTopic]? = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 2
        if let count = try reader.nullableArrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<DescribableLogDirTopic>.stride) {
            var elements: [DescribableLogDirTopic] = []
            elements.reserveCapacity(count)
            for _ in 0..<count { elements.append(try DescribableLogDirTopic(from: &reader, version: version)) }
            self.topics = elements
        } else {
            self.topics = nil
        }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 2
        if let elements = self.topics {
            writer.arrayCount(elements.count, flexible)
            for index in elements.indices { elements[index].write(to: &writer, version: version) }
        } else {
            writer.nullArray(flexible)
        }
        if flexible { writer.noTags() }
    }
}

extension DescribeLogDirsRequest {
    /// Within ``DescribeLogDirsRequest``.
    public struct DescribableLogDirTopic: WireStruct {
        /// All versions.
        public var topic: String = ""
        /// All versions.
        public var partitions: [Int32] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 2
            self.topic = try reader.string(flexible)
            self.partitions = try reader.int32s(flexible)
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 2
            writer.string(self.topic, flexible)
            writer.int32s(self.partitions, flexible)
            if flexible { writer.noTags() }
        }
    }
}
