// Made by schema-compiler from Schemas/ApiVersions.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells which versions of which APIs are served, and the cluster's features.
///
/// Request, v0 to v4, flexible from v3 on.
public struct ApiVersionsRequest: RequestMessage {
    public typealias Response = ApiVersionsResponse
    public static let apiKey = ApiKey.apiVersions
    public static let versions: ClosedRange<Int16> = 0...4
    public static let firstFlexibleVersion: Int16 = 3

    /// v3+.
    public var clientSoftwareName: String = ""
    /// v3+.
    public var clientSoftwareVersion: String = ""

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 3
        if version >= 3 { self.clientSoftwareName = try reader.string(flexible) }
        if version >= 3 { self.clientSoftwareVersion = try reader.string(flexible) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 3
        if version >= 3 { writer.string(self.clientSoftwareName, flexible) }
        if version >= 3 { writer.string(self.clientSoftwareVersion, flexible) }
        if flexible { writer.noTags() }
    }
}
