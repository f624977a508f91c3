// Made by schema-compiler from Schemas/CreateDelegationToken.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol
public import NIOCore

/// Creates a delegation token.
///
/// Response, v0 to v3, flexible from v2 on.
public struct CreateDelegationTokenResponse: ResponseMessage {
    public static let apiKey = ApiKey.createDelegationToken
    public static let versions: ClosedRange<Int16> = 0...3
    public static let firstFlexibleVersion: Int16 = 2

    /// All versions.
    public var errorCode: ErrorCode = .none
    /// All versions.
    public var principalType: String = ""
    /// All versions.
    public var principalName: String = ""
    /// v3+.
    public var tokenRequesterPrincipalType: String = ""
    /// v3+.
    public var tokenRequesterPrincipalName: String = ""
    /// All versions.
    public var issueTimestampMs: Int64 = 0
    /// All versions.
    public var expiryTimestampMs: Int64 = 0
    /// All versions.
    public var maxTimestampMs: Int64 = 0
    /// All versions.
    public var tokenId: String = ""
    /// All versions.
    public var hmac: ByteBuffer = ByteBuffer()
    /// All versions.
    public var throttleTimeMs: Int32 = 0

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 2
        self.errorCode = try reader.errorCode()
        self.principalType = try reader.string(flexible)
        self.principalName = try reader.string(flexible)
        if version >= 3 { self.tokenRequesterPrincipalType = try reader.string(flexible) }
        if version >= 3 { self.tokenRequesterPrincipalName = try reader.string(flexible) }
        self.issueTimestampMs = try reader.int64()
        self.expiryTimestampMs = try reader.int64()
        self.maxTimestampMs = try reader.int64()
        self.tokenId = try reader.string(flexible)
        self.hmac = try reader.bytes(flexible)
        self.throttleTimeMs = try reader.int32()
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 2
        writer.errorCode(self.errorCode)
        writer.string(self.principalType, flexible)
        writer.string(self.principalName, flexible)
        if version >= 3 { writer.string(self.tokenRequesterPrincipalType, flexible) }
        if version >= 3 { writer.string(self.tokenRequesterPrincipalName, flexible) }
        writer.int64(self.issueTimestampMs)
        writer.int64(self.expiryTimestampMs)
        writer.int64(self.maxTimestampMs)
        writer.string(self.tokenId, flexible)
        writer.bytes(self.hmac, flexible)
        writer.int32(self.throttleTimeMs)
        if flexible { writer.noTags() }
    }
}
