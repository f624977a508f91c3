// Made by schema-compiler from Schemas/AlterClientQuotas.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Changes client quotas.
///
/// Request, v0 to v1, flexible from v1 on.
public struct AlterClientQuotasRequest: RequestMessage {
    public typealias Response = AlterClientQuotasResponse
    public static let apiKey = ApiKey.alterClientQuotas
    public static let versions: ClosedRange<Int16> = 0...1
    public static let firstFlexibleVersion: Int16 = 1

    /// All versions.
    public var entries: [EntryData] = []
    /// All versions.
    public var validateOnly: Bool = false

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 1
        let entriesCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<EntryData>.stride)
        self.entries.reserveCapacity(entriesCount)
        for _ in 0..<entriesCount { self.entries.append(try EntryData(from: &reader, version: version)) }
        self.validateOnly = try reader.bool()
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 1
        writer.arrayCount(self.entries.count, flexible)
        for index in self.entries.indices { self.entries[index].write(to: &writer, version: version) }
        writer.bool(self.validateOnly)
        if flexible { writer.noTags() }
    }
}

extension AlterClientQuotasRequest {
    /// Within ``AlterClientQuotasRequest``.
    public struct EntryData: WireStruct {
        /// All versions.
        public var entity: [EntityData] = []
        /// All versions.
        public var ops: [OpData] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 1
            let entityCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<EntityData>.stride)
            self.entity.reserveCapacity(entityCount)
            for _ in 0..<entityCount { self.entity.append(try EntityData(from: &reader, version: version)) }
            let opsCount = try reader.arrayCount(flexible, wireBytes: 11, memoryBytes: MemoryLayout<OpData>.stride)
            self.ops.reserveCapacity(opsCount)
            for _ in 0..<opsCount { self.ops.append(try OpData(from: &reader, version: version)) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 1
            writer.arrayCount(self.entity.count, flexible)
            for index in self.entity.indices { self.entity[index].write(to: &writer, version: version) }
            writer.arrayCount(self.ops.count, flexible)
            for index in self.ops.indices { self.ops[index].write(to: &writer, version: version) }
            if flexible { writer.noTags() }
        }
    }
}

extension AlterClientQuotasRequest {
    /// Within ``AlterClientQuotasRequest``.
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

extension AlterClientQuotasRequest {
    /// Within ``AlterClientQuotasRequest``.
    public struct OpData: WireStruct {
        /// All versions.
        public var key: String = ""
        /// All versions.
        public var value: Double = 0
        /// All versions.
        public var remove: Bool = false

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 1
            self.key = try reader.string(flexible)
            self.value = try reader.float64()
            self.remove = try reader.bool()
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 1
            writer.string(self.key, flexible)
            writer.float64(self.value)
            writer.bool(self.remove)
            if flexible { writer.noTags() }
        }
    }
}
