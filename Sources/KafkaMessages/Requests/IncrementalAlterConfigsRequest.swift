// Made by schema-compiler from Schemas/IncrementalAlterConfigs.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Changes single configuration entries of resources (KIP-339).
///
/// Request, v0 to v1, flexible from v1 on.
public struct IncrementalAlterConfigsRequest: RequestMessage {
    public typealias Response = IncrementalAlterConfigsResponse
    public static let apiKey = ApiKey.incrementalAlterConfigs
    public static let versions: ClosedRange<Int16> = 0...1
    public static let firstFlexibleVersion: Int16 = 1

    /// All versions.
    public var resources: [AlterConfigsResource] = []
    /// All versions.
    public var validateOnly: Bool = false

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 1
        let resourcesCount = try reader.arrayCount(flexible, wireBytes: 4, memoryBytes: MemoryLayout<AlterConfigsResource>.stride)
        self.resources.reserveCapacity(resourcesCount)
        for _ in 0..<resourcesCount { self.resources.append(try AlterConfigsResource(from: &reader, version: version)) }
        self.validateOnly = try reader.bool()
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 1
        writer.arrayCount(self.resources.count, flexible)
        for index in self.resources.indices { self.resources[index].write(to: &writer, version: version) }
        writer.bool(self.validateOnly)
        if flexible { writer.noTags() }
    }
}

extension IncrementalAlterConfigsRequest {
    /// Within ``IncrementalAlterConfigsRequest``.
    public struct AlterConfigsResource: WireStruct {
        /// All versions.
        public var resourceType: Int8 = 0
        /// All versions.
        public var resourceName: String = ""
        /// All versions.
        public var configs: [AlterableConfig] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 1
            self.resourceType = try reader.int8()
            self.resourceName = try reader.string(flexible)
            let configsCount = try reader.arrayCount(flexible, wireBytes: 4, memoryBytes: MemoryLayout<AlterableConfig>.stride)
            self.configs.reserveCapacity(configsCount)
            for _ in 0..<configsCount { self.configs.append(try AlterableConfig(from: &reader, version: version)) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 1
            writer.int8(self.resourceType)
            writer.string(self.resourceName, flexible)
            writer.arrayCount(self.configs.count, flexible)
            for index in self.configs.indices { self.configs[index].write(to: &writer, version: version) }
            if flexible { writer.noTags() }
        }
    }
}

extension IncrementalAlterConfigsRequest {
    /// Within ``IncrementalAlterConfigsRequest``.
    public struct AlterableConfig: WireStruct {
        /// All versions.
        public var name: String = ""
        /// All versions.
        public var configOperation: Int8 = 0
        /// All versions, may be null.
        public var value: String? = ""

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 1
            self.name = try reader.string(flexible)
            self.configOperation = try reader.int8()
            self.value = try reader.nullableString(flexible)
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 1
            writer.string(self.name, flexible)
            writer.int8(self.configOperation)
            writer.nullableString(self.value, flexible)
            if flexible { writer.noTags() }
        }
    }
}
