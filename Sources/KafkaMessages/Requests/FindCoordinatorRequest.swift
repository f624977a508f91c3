// Made by schema-compiler from Schemas/FindCoordinator.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Finds the broker that coordinates a group, a transaction or a share group.
///
/// Request, v0 to v6, flexible from v3 on.
public struct FindCoordinatorRequest: RequestMessage {
    public typealias Response = FindCoordinatorResponse
    public static let apiKey = ApiKey.findCoordinator
    public static let versions: ClosedRange<Int16> = 0...6
    public static let firstFlexibleVersion: Int16 = 3

    /// v0-3.
    public var key: String = ""
    /// v1+.
    public var keyType: Int8 = 0
    /// v4+.
    public var coordinatorKeys: [String] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 3
        if version <= 3 { self.key = try reader.string(flexible) }
        if version >= 1 { self.keyType = try reader.int8() }
        if version >= 4 { self.coordinatorKeys = try reader.strings(flexible) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 3
        if version <= 3 { writer.string(self.key, flexible) }
        if version >= 1 { writer.int8(self.keyType) }
        if version >= 4 { writer.strings(self.coordinatorKeys, flexible) }
        if flexible { writer.noTags() }
    }
}
