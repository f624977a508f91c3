// Made by schema-compiler from Schemas/DescribeUserScramCredentials.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells which SCRAM credentials users have, without secrets.
///
/// Request, v0, flexible.
public struct DescribeUserScramCredentialsRequest: RequestMessage {
    public typealias Response = DescribeUserScramCredentialsResponse
    public static let apiKey = ApiKey.describeUserScramCredentials
    public static let versions: ClosedRange<Int16> = 0...0
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions, may be null.
    public var users: [UserName]? = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        if let count = try reader.nullableArrayCount(true, wireBytes: 2, memoryBytes: MemoryLayout<UserName>.stride) {
            var elements: [UserName] = []
            elements.reserveCapacity(count)
            for _ in 0..<count { elements.append(try UserName(from: &reader, version: version)) }
            self.users = elements
        } else {
            self.users = nil
        }
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        if let elements = self.users {
            writer.arrayCount(elements.count, true)
            for index in elements.indices { elements[index].write(to: &writer, version: version) }
        } else {
            writer.nullArray(true)
        }
        writer.noTags()
    }
}

extension DescribeUserScramCredentialsRequest {
    /// Within ``DescribeUserScramCredentialsRequest``.
    public struct UserName: WireStruct {
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
