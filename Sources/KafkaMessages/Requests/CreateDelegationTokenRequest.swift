// Made by schema-compiler from Schemas/CreateDelegationToken.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Creates a delegation token.
///
/// Request, v0 to v3, flexible from v2 on.
public struct CreateDelegationTokenRequest: RequestMessage {
    public typealias Response = CreateDelegationTokenResponse
    public static let apiKey = ApiKey.createDelegationToken
    public static let versions: ClosedRange<Int16> = 0...3
    public static let firstFlexibleVersion: Int16 = 2

    /// v3+, may be null.
    public var ownerPrincipalType: String? = ""
    /// v3+, may be null.
    public var ownerPrincipalName: String? = ""
    /// All versions.
    public var renewers: [CreatableRenewers] = []
    /// All versions.
    public var maxLifetimeMs: Int64 = 0

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 2
        if version >= 3 { self.ownerPrincipalType = try reader.nullableString(flexible) }
        if version >= 3 { self.ownerPrincipalName = try reader.nullableString(flexible) }
        let renewersCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<CreatableRenewers>.stride)
        self.renewers.reserveCapacity(renewersCount)
        for _ in 0..<renewersCount { self.renewers.append(try CreatableRenewers(from: &reader, version: version)) }
        self.maxLifetimeMs = try reader.int64()
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 2
        if version >= 3 { writer.nullableString(self.ownerPrincipalType, flexible) }
        if version >= 3 { writer.nullableString(self.ownerPrincipalName, flexible) }
        writer.arrayCount(self.renewers.count, flexible)
        for index in self.renewers.indices { self.renewers[index].write(to: &writer, version: version) }
        writer.int64(self.maxLifetimeMs)
        if flexible { writer.noTags() }
    }
}

extension CreateDelegationTokenRequest {
    /// Within ``CreateDelegationTokenRequest``.
    public struct CreatableRenewers: WireStruct {
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
