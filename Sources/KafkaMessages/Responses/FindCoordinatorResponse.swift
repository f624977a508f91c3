// Made by schema-compiler from Schemas/FindCoordinator.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Finds the broker that coordinates a group, a transaction or a share group.
///
/// Response, v0 to v6, flexible from v3 on.
public struct FindCoordinatorResponse: ResponseMessage {
    public static let apiKey = ApiKey.findCoordinator
    public static let versions: ClosedRange<Int16> = 0...6
    public static let firstFlexibleVersion: Int16 = 3

    /// v1+.
    public var throttleTimeMs: Int32 = 0
    /// v0-3.
    public var errorCode: ErrorCode = .none
    /// v1-3, may be null.
    public var errorMessage: String? = ""
    /// v0-3.
    public var nodeId: Int32 = 0
    /// v0-3.
    public var host: String = ""
    /// v0-3.
    public var port: Int32 = 0
    /// v4+.
    public var coordinators: [Coordinator] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 3
        if version >= 1 { self.throttleTimeMs = try reader.int32() }
        if version <= 3 { self.errorCode = try reader.errorCode() }
        if version >= 1 && version <= 3 { self.errorMessage = try reader.nullableString(flexible) }
        if version <= 3 { self.nodeId = try reader.int32() }
        if version <= 3 { self.host = try reader.string(flexible) }
        if version <= 3 { self.port = try reader.int32() }
        if version >= 4 {
            let coordinatorsCount = try reader.arrayCount(flexible, wireBytes: 14, memoryBytes: MemoryLayout<Coordinator>.stride)
            self.coordinators.reserveCapacity(coordinatorsCount)
            for _ in 0..<coordinatorsCount { self.coordinators.append(try Coordinator(from: &reader, version: version)) }
        }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 3
        if version >= 1 { writer.int32(self.throttleTimeMs) }
        if version <= 3 { writer.errorCode(self.errorCode) }
        if version >= 1 && version <= 3 { writer.nullableString(self.errorMessage, flexible) }
        if version <= 3 { writer.int32(self.nodeId) }
        if version <= 3 { writer.string(self.host, flexible) }
        if version <= 3 { writer.int32(self.port) }
        if version >= 4 {
            writer.arrayCount(self.coordinators.count, flexible)
            for index in self.coordinators.indices { self.coordinators[index].write(to: &writer, version: version) }
        }
        if flexible { writer.noTags() }
    }
}

extension FindCoordinatorResponse {
    /// Within ``FindCoordinatorResponse``.
    public struct Coordinator: WireStruct {
        /// v4+.
        public var key: String = ""
        /// v4+.
        public var nodeId: Int32 = 0
        /// v4+.
        public var host: String = ""
        /// v4+.
        public var port: Int32 = 0
        /// v4+.
        public var errorCode: ErrorCode = .none
        /// v4+, may be null.
        public var errorMessage: String? = ""

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 3
            if version >= 4 { self.key = try reader.string(flexible) }
            if version >= 4 { self.nodeId = try reader.int32() }
            if version >= 4 { self.host = try reader.string(flexible) }
            if version >= 4 { self.port = try reader.int32() }
            if version >= 4 { self.errorCode = try reader.errorCode() }
            if version >= 4 { self.errorMessage = try reader.nullableString(flexible) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 3
            if version >= 4 { writer.string(self.key, flexible) }
            if version >= 4 { writer.int32(self.nodeId) }
            if version >= 4 { writer.string(self.host, flexible) }
            if version >= 4 { writer.int32(self.port) }
            if version >= 4 { writer.errorCode(self.errorCode) }
            if version >= 4 { writer.nullableString(self.errorMessage, flexible) }
            if flexible { writer.noTags() }
        }
    }
}
