// Made by schema-compiler from Schemas/DeleteShareGroupOffsets.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Deletes the offsets of a share group (KIP-932).
///
/// Request, v0, flexible.
public struct DeleteShareGroupOffsetsRequest: RequestMessage {
    public typealias Response = DeleteShareGroupOffsetsResponse
    public static let apiKey = ApiKey.deleteShareGroupOffsets
    public static let versions: ClosedRange<Int16> = 0...0
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var groupId: String = ""
    /// All versions.
    public var topics: [Topic] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.groupId = try reader.string(true)
        let topicsCount = try reader.arrayCount(true, wireBytes: 2, memoryBytes: MemoryLayout<Topic>.stride)
        self.topics.reserveCapacity(topicsCount)
        for _ in 0..<topicsCount { self.topics.append(try Topic(from: &reader, version: version)) }
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.string(self.groupId, true)
        writer.arrayCount(self.topics.count, true)
        for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
        writer.noTags()
    }
}

extension DeleteShareGroupOffsetsRequest {
    /// Within ``DeleteShareGroupOffsetsRequest``.
    public struct Topic: WireStruct {
        /// All versions.
        public var topic: String = ""

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.topic = try reader.string(true)
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.topic, true)
            writer.noTags()
        }
    }
}
