// Made by schema-compiler from Schemas/ElectLeaders.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Elects preferred or unclean leaders.
///
/// Request, v0 to v2, flexible from v2 on.
public struct ElectLeadersRequest: RequestMessage {
    public typealias Response = ElectLeadersResponse
    public static let apiKey = ApiKey.electLeaders
    public static let versions: ClosedRange<Int16> = 0...2
    public static let firstFlexibleVersion: Int16 = 2

    /// v1+.
    public var electionType: Int8 = 0
    /// All versions, may be null.
    public var topicPartitions: [TopicPartitions]? = []
    /// All versions.
    public var timeoutMs: Int32 = 60000

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 2
        if version >= 1 { self.electionType = try reader.int8() }
        if let count = try reader.nullableArrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<TopicPartitions>.stride) {
            var elements: [TopicPartitions] = []
            elements.reserveCapacity(count)
            for _ in 0..<count { elements.append(try TopicPartitions(from: &reader, version: version)) }
            self.topicPartitions = elements
        } else {
            self.topicPartitions = nil
        }
        self.timeoutMs = try reader.int32()
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 2
        if version >= 1 { writer.int8(self.electionType) }
        if let elements = self.topicPartitions {
            writer.arrayCount(elements.count, flexible)
            for index in elements.indices { elements[index].write(to: &writer, version: version) }
        } else {
            writer.nullArray(flexible)
        }
        writer.int32(self.timeoutMs)
        if flexible { writer.noTags() }
    }
}

extension ElectLeadersRequest {
    /// Within ``ElectLeadersRequest``.
    public struct TopicPartitions: WireStruct {
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
