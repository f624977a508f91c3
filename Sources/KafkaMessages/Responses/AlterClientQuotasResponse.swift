// Made by schema-compiler from Schemas/AlterClientQuotas.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Changes client quotas.
///
/// Response, v0 to v1, flexible from v1 on.
public struct AlterClientQuotasResponse: ResponseMessage {
    public static let apiKey = ApiKey.alterClientQuotas
    public static let versions: ClosedRange<Int16> = 0...1
    public static let firstFlexibleVersion: Int16 = 1

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var entries: [EntryData] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 1
        self.throttleTimeMs = try reader.int32()
        let entriesCount = try reader.arrayCount(flexible, wireBytes: 5, memoryBytes: MemoryLayout<EntryData>.stride)
        self.entries.reserveCapacity(entriesCount)
        for _ in 0..<entriesCount { self.entries.append(try EntryData(from: &reader, version: version)) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 1
        writer.int32(self.throttleTimeMs)
        writer.arrayCount(self.entries.count, flexible)
        for index in self.entries.indices { self.entries[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension AlterClientQuotasResponse {
    /// Within ``AlterClientQuotasResponse``.
    public struct EntryData: WireStruct {
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// All versions, may be null.
        public var errorMessage: String? = ""
        /// All versions.
        public var entity: [EntityData] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 1
            self.errorCode = try reader.errorCode()
            self.errorMessage = try reader.nullableString(flexible)
            let entityCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<EntityData>.stride)
            self.entity.reserveCapacity(entityCount)
            for _ in 0..<entityCount { self.entity.append(try EntityData(from: &reader, version: version)) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 1
            writer.errorCode(self.errorCode)
            writer.nullableString(self.errorMessage, flexible)
            writer.arrayCount(self.entity.count, flexible)
            for index in self.entity.indices { self.entity[index].write(to: &writer, version: version) }
            if flexible { writer.noTags() }
        }
    }
}

extension AlterClientQuotasResponse {
    /// Within ``AlterClientQuotasResponse``.
    public struct EntityData: WireStruct {
        /// All versions.
        public var entityType: String = ""
        /// All versions, may be null.
        public var entityName: String? = ""

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 1
            self.entityType = try reader.string(flexible)
            self.entityName = try reader.nullableString(flexible)
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 1
            writer.string(self.entityType, flexible)
            writer.nullableString(self.entityName, flexible)
            if flexible { writer.noTags() }
        }
    }
}
