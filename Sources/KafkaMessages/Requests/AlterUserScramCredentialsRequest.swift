// Made by schema-compiler from Schemas/AlterUserScramCredentials.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol
public import NIOCore

/// Sets and deletes SCRAM credentials.
///
/// Request, v0, flexible.
public struct AlterUserScramCredentialsRequest: RequestMessage {
    public typealias Response = AlterUserScramCredentialsResponse
    public static let apiKey = ApiKey.alterUserScramCredentials
    public static let versions: ClosedRange<Int16> = 0...0
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var deletions: [ScramCredentialDeletion] = []
    /// All versions.
    public var upsertions: [ScramCredentialUpsertion] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let deletionsCount = try reader.arrayCount(true, wireBytes: 3, memoryBytes: MemoryLayout<ScramCredentialDeletion>.stride)
        self.deletions.reserveCapacity(deletionsCount)
        for _ in 0..<deletionsCount { self.deletions.append(try ScramCredentialDeletion(from: &reader, version: version)) }
        let upsertionsCount = try reader.arrayCount(true, wireBytes: 9, memoryBytes: MemoryLayout<ScramCredentialUpsertion>.stride)
        self.upsertions.reserveCapacity(upsertionsCount)
        for _ in 0..<upsertionsCount { self.upsertions.append(try ScramCredentialUpsertion(from: &reader, version: version)) }
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.arrayCount(self.deletions.count, true)
        for index in self.deletions.indices { self.deletions[index].write(to: &writer, version: version) }
        writer.arrayCount(self.upsertions.count, true)
        for index in self.upsertions.indices { self.upsertions[index].write(to: &writer, version: version) }
        writer.noTags()
    }
}

extension AlterUserScramCredentialsRequest {
    /// Within ``AlterUserScramCredentialsRequest``.
    public struct ScramCredentialDeletion: WireStruct {
        /// All versions.
        public var name: String = ""
        /// All versions.
        public var mechanism: Int8 = 0

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.name = try reader.string(true)
            self.mechanism = try reader.int8()
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.name, true)
            writer.int8(self.mechanism)
            writer.noTags()
        }
    }
}

extension AlterUserScramCredentialsRequest {
    /// Within ``AlterUserScramCredentialsRequest``.
    public struct ScramCredentialUpsertion: WireStruct {
        /// All versions.
        public var name: String = ""
        /// All versions.
        public var mechanism: Int8 = 0
        /// All versions.
        public var iterations: Int32 = 0
        /// All versions.
        public var salt: ByteBuffer = ByteBuffer()
        /// All versions.
        public var saltedPassword: ByteBuffer = ByteBuffer()

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.name = try reader.string(true)
            self.mechanism = try reader.int8()
            self.iterations = try reader.int32()
            self.salt = try reader.bytes(true)
            self.saltedPassword = try reader.bytes(true)
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.name, true)
            writer.int8(self.mechanism)
            writer.int32(self.iterations)
            writer.bytes(self.salt, true)
            writer.bytes(self.saltedPassword, true)
            writer.noTags()
        }
    }
}
