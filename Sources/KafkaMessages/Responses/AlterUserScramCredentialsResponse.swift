// Made by schema-compiler from Schemas/AlterUserScramCredentials.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Sets and deletes SCRAM credentials.
///
/// Response, v0, flexible.
public struct AlterUserScramCredentialsResponse: ResponseMessage {
    public static let apiKey = ApiKey.alterUserScramCredentials
    public static let versions: ClosedRange<Int16> = 0...0
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var results: [AlterUserScramCredentialsResult] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.throttleTimeMs = try reader.int32()
        let resultsCount = try reader.arrayCount(true, wireBytes: 5, memoryBytes: MemoryLayout<AlterUserScramCredentialsResult>.stride)
        self.results.reserveCapacity(resultsCount)
        for _ in 0..<resultsCount { self.results.append(try AlterUserScramCredentialsResult(from: &reader, version: version)) }
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.int32(self.throttleTimeMs)
        writer.arrayCount(self.results.count, true)
        for index in self.results.indices { self.results[index].write(to: &writer, version: version) }
        writer.noTags()
    }
}

extension AlterUserScramCredentialsResponse {
    /// Within ``AlterUserScramCredentialsResponse``.
    public struct AlterUserScramCredentialsResult: WireStruct {
        /// All versions.
        public var user: String = ""
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// All versions, may be null.
        public var errorMessage: String? = ""

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.user = try reader.string(true)
            self.errorCode = try reader.errorCode()
            self.errorMessage = try reader.nullableString(true)
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.user, true)
            writer.errorCode(self.errorCode)
            writer.nullableString(self.errorMessage, true)
            writer.noTags()
        }
    }
}
