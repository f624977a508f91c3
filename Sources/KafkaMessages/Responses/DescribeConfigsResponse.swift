// Made by schema-compiler from Schemas/DescribeConfigs.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells the configuration of topics, brokers and other resources.
///
/// Response, v0 to v4, flexible from v4 on.
public struct DescribeConfigsResponse: ResponseMessage {
    public static let apiKey = ApiKey.describeConfigs
    public static let versions: ClosedRange<Int16> = 0...4
    public static let firstFlexibleVersion: Int16 = 4

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var results: [DescribeConfigsResult] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 4
        self.throttleTimeMs = try reader.int32()
        let resultsCount = try reader.arrayCount(flexible, wireBytes: 7, memoryBytes: MemoryLayout<DescribeConfigsResult>.stride)
        self.results.reserveCapacity(resultsCount)
        for _ in 0..<resultsCount { self.results.append(try DescribeConfigsResult(from: &reader, version: version)) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 4
        writer.int32(self.throttleTimeMs)
        writer.arrayCount(self.results.count, flexible)
        for index in self.results.indices { self.results[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension DescribeConfigsResponse {
    /// Within ``DescribeConfigsResponse``.
    public struct DescribeConfigsResult: WireStruct {
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// All versions, may be null.
        public var errorMessage: String? = ""
        /// All versions.
        public var resourceType: Int8 = 0
        /// All versions.
        public var resourceName: String = ""
        /// All versions.
        public var configs: [DescribeConfigsResourceResult] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 4
            self.errorCode = try reader.errorCode()
            self.errorMessage = try reader.nullableString(flexible)
            self.resourceType = try reader.int8()
            self.resourceName = try reader.string(flexible)
            let configsCount = try reader.arrayCount(
                flexible, wireBytes: 7, memoryBytes: MemoryLayout<DescribeConfigsResourceResult>.stride)
            self.configs.reserveCapacity(configsCount)
            for _ in 0..<configsCount { self.configs.append(try DescribeConfigsResourceResult(from: &reader, version: version)) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 4
            writer.errorCode(self.errorCode)
            writer.nullableString(self.errorMessage, flexible)
            writer.int8(self.resourceType)
            writer.string(self.resourceName, flexible)
            writer.arrayCount(self.configs.count, flexible)
            for index in self.configs.indices { self.configs[index].write(to: &writer, version: version) }
            if flexible { writer.noTags() }
        }
    }
}

extension DescribeConfigsResponse {
    /// Within ``DescribeConfigsResponse``.
    public struct DescribeConfigsResourceResult: WireStruct {
        /// All versions.
        public var name: String = ""
        /// All versions, may be null.
        public var value: String? = ""
        /// All versions.
        public var readOnly: Bool = false
        /// v1+.
        public var configSource: Int8 = -1
        /// v0.
        public var isDefault: Bool = false
        /// All versions.
        public var isSensitive: Bool = false
        /// v1+.
        public var synonyms: [DescribeConfigsSynonym] = []
        /// v3+.
        public var configType: Int8 = 0
        /// v3+, may be null.
        public var documentation: String? = ""

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 4
            self.name = try reader.string(flexible)
            self.value = try reader.nullableString(flexible)
            self.readOnly = try reader.bool()
            if version >= 1 { self.configSource = try reader.int8() }
            if version <= 0 { self.isDefault = try reader.bool() }
            self.isSensitive = try reader.bool()
            if version >= 1 {
                let synonymsCount = try reader.arrayCount(flexible, wireBytes: 4, memoryBytes: MemoryLayout<DescribeConfigsSynonym>.stride)
                self.synonyms.reserveCapacity(synonymsCount)
                for _ in 0..<synonymsCount { self.synonyms.append(try DescribeConfigsSynonym(from: &reader, version: version)) }
            }
            if version >= 3 { self.configType = try reader.int8() }
            if version >= 3 { self.documentation = try reader.nullableString(flexible) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 4
            writer.string(self.name, flexible)
            writer.nullableString(self.value, flexible)
            writer.bool(self.readOnly)
            if version >= 1 { writer.int8(self.configSource) }
            if version <= 0 { writer.bool(self.isDefault) }
            writer.bool(self.isSensitive)
            if version >= 1 {
                writer.arrayCount(self.synonyms.count, flexible)
                for index in self.synonyms.indices { self.synonyms[index].write(to: &writer, version: version) }
            }
            if version >= 3 { writer.int8(self.configType) }
            if version >= 3 { writer.nullableString(self.documentation, flexible) }
            if flexible { writer.noTags() }
        }
    }
}

extension DescribeConfigsResponse {
    /// Within ``DescribeConfigsResponse``.
    public struct DescribeConfigsSynonym: WireStruct {
        /// v1+.
        public var name: String = ""
        /// v1+, may be null.
        public var value: String? = ""
        /// v1+.
        public var source: Int8 = 0

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 4
            if version >= 1 { self.name = try reader.string(flexible) }
            if version >= 1 { self.value = try reader.nullableString(flexible) }
            if version >= 1 { self.source = try reader.int8() }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 4
            if version >= 1 { writer.string(self.name, flexible) }
            if version >= 1 { writer.nullableString(self.value, flexible) }
            if version >= 1 { writer.int8(self.source) }
            if flexible { writer.noTags() }
        }
    }
}
