// Made by schema-compiler from Schemas/DescribeClientQuotas.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Lists client quotas.
///
/// Request, v0 to v1, flexible from v1 on.
public struct DescribeClientQuotasRequest: RequestMessage {
    public typealias Response = DescribeClientQuotasResponse
    public static let apiKey = ApiKey.describeClientQuotas
    public static let versions: ClosedRange<Int16> = 0...1
    public static let firstFlexibleVersion: Int16 = 1

    /// All versions.
    public var components: [ComponentData] = []
    /// All versions.
    public var strict: Bool = false

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 1
        let componentsCount = try reader.arrayCount(flexible, wireBytes: 4, memoryBytes: MemoryLayout<ComponentData>.stride)
        self.components.reserveCapacity(componentsCount)
        for _ in 0..<componentsCount { self.components.append(try ComponentData(from: &reader, version: version)) }
        self.strict = try reader.bool()
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 1
        writer.arrayCount(self.components.count, flexible)
        for index in self.components.indices { self.components[index].write(to: &writer, version: version) }
        writer.bool(self.strict)
        if flexible { writer.noTags() }
    }
}

extension DescribeClientQuotasRequest {
    /// Within ``DescribeClientQuotasRequest``.
    public struct ComponentData: WireStruct {
        /// All versions.
        public var entityType: String = ""
        /// All versions.
        public var matchType: Int8 = 0
        /// All versions, may be null.
        public var match: String? = ""

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 1
            self.entityType = try reader.string(flexible)
            self.matchType = try reader.int8()
            self.match = try reader.nullableString(flexible)
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 1
            writer.string(self.entityType, flexible)
            writer.int8(self.matchType)
            writer.nullableString(self.match, flexible)
            if flexible { writer.noTags() }
        }
    }
}
