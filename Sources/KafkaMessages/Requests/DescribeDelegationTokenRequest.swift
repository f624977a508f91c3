// Made by schema-compiler from Schemas/DescribeDelegationToken.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Lists delegation tokens.
///
/// Request, v0 to v3, flexible from v2 on.
public struct DescribeDelegationTokenRequest: RequestMessage {
    public typealias Response = DescribeDelegationTokenResponse
    public static let apiKey = ApiKey.describeDelegationToken
    public static let versions: ClosedRange<Int16> = 0...3
    public static let firstFlexibleVersion: Int16 = 2

    /// All versions, may be null.
    public var owners: [DescribeDelegationTokenOwner]? = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 2
        if let count = try reader.nullableArrayCount(
            flexible, wireBytes: 3, memoryBytes: MemoryLayout<DescribeDelegationTokenOwner>.stride
        ) {
            var elements: [DescribeDelegationTokenOwner] = []
            elements.reserveCapacity(count)
            for _ in 0..<count { elements.append(try DescribeDelegationTokenOwner(from: &reader, version: version)) }
            self.owners = elements
        } else {
            self.owners = nil
        }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 2
        if let elements = self.owners {
            writer.arrayCount(elements.count, flexible)
            for index in elements.indices { elements[index].write(to: &writer, version: version) }
        } else {
            writer.nullArray(flexible)
        }
        if flexible { writer.noTags() }
    }
}

extension DescribeDelegationTokenRequest {
    /// Within ``DescribeDelegationTokenRequest``.
    public struct DescribeDelegationTokenOwner: WireStruct {
        /// All versions.
        public var principalType: String = ""
        /// All versions.
        public var principalName: String = ""

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 2
            self.principalType = try reader.string(flexible)
            self.principalName = try reader.string(flexible)
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 2
            writer.string(self.principalType, flexible)
            writer.string(self.principalName, flexible)
            if flexible { writer.noTags() }
        }
    }
}
