// Made by schema-compiler from Schemas/CreatePartitions.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Adds partitions to topics.
///
/// Response, v0 to v3, flexible from v2 on.
public struct CreatePartitionsResponse: ResponseMessage {
    public static let apiKey = ApiKey.createPartitions
    public static let versions: ClosedRange<Int16> = 0...3
    public static let firstFlexibleVersion: Int16 = 2

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var results: [CreatePartitionsTopicResult] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 2
        self.throttleTimeMs = try reader.int32()
        let resultsCount = try reader.arrayCount(flexible, wireBytes: 5, memoryBytes: MemoryLayout<CreatePartitionsTopicResult>.stride)
        self.results.reserveCapacity(resultsCount)
        for _ in 0..<resultsCount { self.results.append(try CreatePartitionsTopicResult(from: &reader, version: version)) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 2
        writer.int32(self.throttleTimeMs)
        writer.arrayCount(self.results.count, flexible)
        for index in self.results.indices { self.results[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension CreatePartitionsResponse {
    /// Within ``CreatePartitionsResponse``.
    public struct CreatePartitionsTopicResult: WireStruct {
        /// All versions.
        public var name: String = ""
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// All versions, may be null.
        public var errorMessage: String?

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 2
            self.name = try reader.string(flexible)
            self.errorCode = try reader.errorCode()
            self.errorMessage = try reader.nullableString(flexible)
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 2
            writer.string(self.name, flexible)
            writer.errorCode(self.errorCode)
            writer.nullableString(self.errorMessage, flexible)
            if flexible { writer.noTags() }
        }
    }
}
