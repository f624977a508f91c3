// Made by schema-compiler from Schemas/DescribeUserScramCredentials.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells which SCRAM credentials users have, without secrets.
///
/// Response, v0, flexible.
public struct DescribeUserScramCredentialsResponse: ResponseMessage {
    public static let apiKey = ApiKey.describeUserScramCredentials
    public static let versions: ClosedRange<Int16> = 0...0
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var errorCode: ErrorCode = .none
    /// All versions, may be null.
    public var errorMessage: String? = ""
    /// All versions.
    public var results: [DescribeUserScramCredentialsResult] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.throttleTimeMs = try reader.int32()
        self.errorCode = try reader.errorCode()
        self.errorMessage = try reader.nullableString(true)
        let resultsCount = try reader.arrayCount(true, wireBytes: 6, memoryBytes: MemoryLayout<DescribeUserScramCredentialsResult>.stride)
        self.results.reserveCapacity(resultsCount)
        for _ in 0..<resultsCount { self.results.append(try DescribeUserScramCredentialsResult(from: &reader, version: version)) }
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.int32(self.throttleTimeMs)
        writer.errorCode(self.errorCode)
        writer.nullableString(self.errorMessage, true)
        writer.arrayCount(self.results.count, true)
        for index in self.results.indices { self.results[index].write(to: &writer, version: version) }
        writer.noTags()
    }
}

extension DescribeUserScramCredentialsResponse {
    /// Within ``DescribeUserScramCredentialsResponse``.
    public struct DescribeUserScramCredentialsResult: WireStruct {
        /// All versions.
        public var user: String = ""
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// All versions, may be null.
        public var errorMessage: String? = ""
        /// All versions.
        public var credentialInfos: [CredentialInfo] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.user = try reader.string(true)
            self.errorCode = try reader.errorCode()
            self.errorMessage = try reader.nullableString(true)
            let credentialInfosCount = try reader.arrayCount(true, wireBytes: 6, memoryBytes: MemoryLayout<CredentialInfo>.stride)
            self.credentialInfos.reserveCapacity(credentialInfosCount)
            for _ in 0..<credentialInfosCount { self.credentialInfos.append(try CredentialInfo(from: &reader, version: version)) }
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.user, true)
            writer.errorCode(self.errorCode)
            writer.nullableString(self.errorMessage, true)
            writer.arrayCount(self.credentialInfos.count, true)
            for index in self.credentialInfos.indices { self.credentialInfos[index].write(to: &writer, version: version) }
            writer.noTags()
        }
    }
}

extension DescribeUserScramCredentialsResponse {
    /// Within ``DescribeUserScramCredentialsResponse``.
    public struct CredentialInfo: WireStruct {
        /// All versions.
        public var mechanism: Int8 = 0
        /// All versions.
        public var iterations: Int32 = 0

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.mechanism = try reader.int8()
            self.iterations = try reader.int32()
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.int8(self.mechanism)
            writer.int32(self.iterations)
            writer.noTags()
        }
    }
}
