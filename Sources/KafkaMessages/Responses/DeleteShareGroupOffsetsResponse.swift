// Made by schema-compiler from Schemas/DeleteShareGroupOffsets.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Deletes the offsets of a share group (KIP-932).
///
/// Response, v0, flexible.
public struct DeleteShareGroupOffsetsResponse: ResponseMessage {
    public static let apiKey = ApiKey.deleteShareGroupOffsets
    public static let versions: ClosedRange<Int16> = 0...0
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var errorCode: ErrorCode = .none
    /// All versions, may be null.
    public var errorMessage: String? = ""
    /// All versions.
    public var topics: [Topic] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.throttleTimeMs = try reader.int32()
        self.errorCode = try reader.errorCode()
        self.errorMessage = try reader.nullableString(true)
        let topicsCount = try reader.arrayCount(true, wireBytes: 21, memoryBytes: MemoryLayout<Topic>.stride)
        self.topics.reserveCapacity(topicsCount)
        for _ in 0..<topicsCount { self.topics.append(try Topic(from: &reader, version: version)) }
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.int32(self.throttleTimeMs)
        writer.errorCode(self.errorCode)
        writer.nullableString(self.errorMessage, true)
        writer.arrayCount(self.topics.count, true)
        for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
        writer.noTags()
    }
}

extension DeleteShareGroupOffsetsResponse {
    /// Within ``DeleteShareGroupOffsetsResponse``.
    public struct Topic: WireStruct {
        /// All versions.
        public var topic: String = ""
        /// All versions.
        public var topicId: KafkaUUID = .zero
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// All versions, may be null.
        public var errorMessage: String? = ""

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.topic = try reader.string(true)
            self.topicId = try reader.uuid()
            self.errorCode = try reader.errorCode()
            self.errorMessage = try reader.nullableString(true)
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.topic, true)
            writer.uuid(self.topicId)
            writer.errorCode(self.errorCode)
            writer.nullableString(self.errorMessage, true)
            writer.noTags()
        }
    }
}
