// Made by schema-compiler from Schemas/DescribeDelegationToken.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol
public import NIOCore

/// Lists delegation tokens.
///
/// Response, v0 to v3, flexible from v2 on.
public struct DescribeDelegationTokenResponse: ResponseMessage {
    public static let apiKey = ApiKey.describeDelegationToken
    public static let versions: ClosedRange<Int16> = 0...3
    public static let firstFlexibleVersion: Int16 = 2

    /// All versions.
    public var errorCode: ErrorCode = .none
    /// All versions.
    public var tokens: [DescribedDelegationToken] = []
    /// All versions.
    public var throttleTimeMs: Int32 = 0

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 2
        self.errorCode = try reader.errorCode()
        let tokensCount = try reader.arrayCount(flexible, wireBytes: 30, memoryBytes: MemoryLayout<DescribedDelegationToken>.stride)
        self.tokens.reserveCapacity(tokensCount)
        for _ in 0..<tokensCount { self.tokens.append(try DescribedDelegationToken(from: &reader, version: version)) }
        self.throttleTimeMs = try reader.int32()
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 2
        writer.errorCode(self.errorCode)
        writer.arrayCount(self.tokens.count, flexible)
        for index in self.tokens.indices { self.tokens[index].write(to: &writer, version: version) }
        writer.int32(self.throttleTimeMs)
        if flexible { writer.noTags() }
    }
}

extension DescribeDelegationTokenResponse {
    /// Within ``DescribeDelegationTokenResponse``.
    public struct DescribedDelegationToken: WireStruct {
        /// All versions.
        public var principalType: String = ""
        /// All versions.
        public var principalName: String = ""
        /// v3+.
        public var tokenRequesterPrincipalType: String = ""
        /// v3+.
        public var tokenRequesterPrincipalName: String = ""
        /// All versions.
        public var issueTimestamp: Int64 = 0
        /// All versions.
        public var expiryTimestamp: Int64 = 0
        /// All versions.
        public var maxTimestamp: Int64 = 0
        /// All versions.
        public var tokenId: String = ""
        /// All versions.
        public var hmac: ByteBuffer = ByteBuffer()
        /// All versions.
        public var renewers: [DescribedDelegationTokenRenewer] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 2
            self.principalType = try reader.string(flexible)
            self.principalName = try reader.string(flexible)
            if version >= 3 { self.tokenRequesterPrincipalType = try reader.string(flexible) }
            if version >= 3 { self.tokenRequesterPrincipalName = try reader.string(flexible) }
            self.issueTimestamp = try reader.int64()
            self.expiryTimestamp = try reader.int64()
            self.maxTimestamp = try reader.int64()
            self.tokenId = try reader.string(flexible)
            self.hmac = try reader.bytes(flexible)
            let renewersCount = try reader.arrayCount(
                flexible, wireBytes: 3, memoryBytes: MemoryLayout<DescribedDelegationTokenRenewer>.stride)
            self.renewers.reserveCapacity(renewersCount)
            for _ in 0..<renewersCount { self.renewers.append(try DescribedDelegationTokenRenewer(from: &reader, version: version)) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 2
            writer.string(self.principalType, flexible)
            writer.string(self.principalName, flexible)
            if version >= 3 { writer.string(self.tokenRequesterPrincipalType, flexible) }
            if version >= 3 { writer.string(self.tokenRequesterPrincipalName, flexible) }
            writer.int64(self.issueTimestamp)
            writer.int64(self.expiryTimestamp)
            writer.int64(self.maxTimestamp)
            writer.string(self.tokenId, flexible)
            writer.bytes(self.hmac, flexible)
            writer.arrayCount(self.renewers.count, flexible)
            for index in self.renewers.indices { self.renewers[index].write(to: &writer, version: version) }
            if flexible { writer.noTags() }
        }
    }
}

extension DescribeDelegationTokenResponse {
    /// Within ``DescribeDelegationTokenResponse``.
    public struct DescribedDelegationTokenRenewer: WireStruct {
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
