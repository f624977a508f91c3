// Made by schema-compiler from Schemas/DescribeClientQuotas.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Lists client quotas.
///
/// Response, v0 to v1, flexible from v1 on.
public struct DescribeClientQuotasResponse: ResponseMessage {
    public static let apiKey = ApiKey.describeClientQuotas
    public static let versions: ClosedRange<Int16> = 0...1
    public static let firstFlexibleVersion: Int16 = 1

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var errorCode: ErrorCode = .none
    /// All versions, may be null.
    public var errorMessage: String? = ""
    /// All versions, may be null.
    public var entries: [EntryData]? = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 1
        self.throttleTimeMs = try reader.int32()
        self.errorCode = try reader.errorCode()
        self.errorMessage = try reader.nullableString(flexible)
        if let count = try reader.nullableArrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<EntryData>.stride) {
            var elements: [EntryData] = []
            elements.reserveCapacity(count)
            for _ in 0..<count { elements.append(try EntryData(from: &reader, version: version)) }
            self.entries = elements
        } else {
            self.entries = nil
        }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 1
        writer.int32(self.throttleTimeMs)
        writer.errorCode(self.errorCode)
        writer.nullableString(self.errorMessage, flexible)
        if let elements = self.entries {
            writer.arrayCount(elements.count, flexible)
            for index in elements.indices { elements[index].write(to: &writer, version: version) }
        } else {
            writer.nullArray(flexible)
        }
        if flexible { writer.noTags() }
    }
}

extension DescribeClientQuotasResponse {
    /// Within ``DescribeClientQuotasResponse``.
    public struct EntryData: WireStruct {
        /// All versions.
        public var entity: [EntityData] = []
        /// All versions.
        public var values: [ValueData] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 1
            let entityCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<EntityData>.stride)
            self.entity.reserveCapacity(entityCount)
            for _ in 0..<entityCount { self.entity.append(try EntityData(from: &reader, version: version)) }
            let valuesCount = try reader.arrayCount(flexible, wireBytes: 10, memoryBytes: MemoryLayout<ValueData>.stride)
            self.values.reserveCapacity(valuesCount)
            for _ in 0..<valuesCount { self.values.append(try ValueData(from: &reader, version: version)) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 1
            writer.arrayCount(self.entity.count, flexible)
            for index in self.entity.indices { self.entity[index].write(to: &writer, version: version) }
            writer.arrayCount(self.values.count, flexible)
            for index in self.values.indices { self.values[index].write(to: &writer, version: version) }
            if flexible { writer.noTags() }
        }
    }
}

extension DescribeClientQuotasResponse {
    /// Within ``DescribeClientQuotasResponse``.
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

extension DescribeClientQuotasResponse {
    /// Within ``DescribeClientQuotasResponse``.
    public struct ValueData: WireStruct {
        /// All versions.
        public var key: String = ""
        /// All versions.
        public var value: Double = 0

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 1
            self.key = try reader.string(flexible)
            self.value = try reader.float64()
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 1
            writer.string(self.key, flexible)
            writer.float64(self.value)
            if flexible { writer.noTags() }
        }
    }
}
