// Made by schema-compiler from Schemas/AlterConfigs.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Replaces the configuration of resources; superseded by IncrementalAlterConfigs.
///
/// Request, v0 to v2, flexible from v2 on.
public struct AlterConfigsRequest: RequestMessage {
    public typealias Response = AlterConfigsResponse
    public static let apiKey = ApiKey.alterConfigs
    public static let versions: ClosedRange<Int16> = 0...2
    public static let firstFlexibleVersion: Int16 = 2

    /// All versions.
    public var resources: [AlterConfigsResource] = []
    /// All versions.
    public var validateOnly: Bool = false

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 2
        let resourcesCount = try reader.arrayCount(flexible, wireBytes: 4, memoryBytes: MemoryLayout<AlterConfigsResource>.stride)
        self.resources.reserveCapacity(resourcesCount)
        for _ in 0..<resourcesCount { self.resources.append(try AlterConfigsResource(from: &reader, version: version)) }
        self.validateOnly = try reader.bool()
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 2
        writer.arrayCount(self.resources.count, flexible)
        for index in self.resources.indices { self.resources[index].write(to: &writer, version: version) }
        writer.bool(self.validateOnly)
        if flexible { writer.noTags() }
    }
}

extension AlterConfigsRequest {
    /// Within ``AlterConfigsRequest``.
    public struct AlterConfigsResource: WireStruct {
        /// All versions.
        public var resourceType: Int8 = 0
        /// All versions.
        public var resourceName: String = ""
        /// All versions.
        public var configs: [AlterableConfig] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 2
            self.resourceType = try reader.int8()
            self.resourceName = try reader.string(flexible)
            let configsCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<AlterableConfig>.stride)
            self.configs.reserveCapacity(configsCount)
            for _ in 0..<configsCount { self.configs.append(try AlterableConfig(from: &reader, version: version)) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 2
            writer.int8(self.resourceType)
            writer.string(self.resourceName, flexible)
            writer.arrayCount(self.configs.count, flexible)
            for index in self.configs.indices { self.configs[index].write(to: &writer, version: version) }
            if flexible { writer.noTags() }
        }
    }
}

extension AlterConfigsRequest {
    /// Within ``AlterConfigsRequest``.
    public struct AlterableConfig: WireStruct {
        /// All versions.
        public var name: String = ""
        /// All versions, may be null.
        public var value: String? = ""

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 2
            self.name = try reader.string(flexible)
            self.value = try reader.nullableString(flexible)
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 2
            writer.string(self.name, flexible)
            writer.nullableString(self.value, flexible)
            if flexible { writer.noTags() }
        }
    }
}
