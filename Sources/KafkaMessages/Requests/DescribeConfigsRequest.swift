// Made by schema-compiler from Schemas/DescribeConfigs.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells the configuration of topics, brokers and other resources.
///
/// Request, v0 to v4, flexible from v4 on.
public struct DescribeConfigsRequest: RequestMessage {
    public typealias Response = DescribeConfigsResponse
    public static let apiKey = ApiKey.describeConfigs
    public static let versions: ClosedRange<Int16> = 0...4
    public static let firstFlexibleVersion: Int16 = 4

    /// All versions.
    public var resources: [DescribeConfigsResource] = []
    /// v1+.
    public var includeSynonyms: Bool = false
    /// v3+.
    public var includeDocumentation: Bool = false

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 4
        let resourcesCount = try reader.arrayCount(flexible, wireBytes: 4, memoryBytes: MemoryLayout<DescribeConfigsResource>.stride)
        self.resources.reserveCapacity(resourcesCount)
        for _ in 0..<resourcesCount { self.resources.append(try DescribeConfigsResource(from: &reader, version: version)) }
        if version >= 1 { self.includeSynonyms = try reader.bool() }
        if version >= 3 { self.includeDocumentation = try reader.bool() }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 4
        writer.arrayCount(self.resources.count, flexible)
        for index in self.resources.indices { self.resources[index].write(to: &writer, version: version) }
        if version >= 1 { writer.bool(self.includeSynonyms) }
        if version >= 3 { writer.bool(self.includeDocumentation) }
        if flexible { writer.noTags() }
    }
}

extension DescribeConfigsRequest {
    /// Within ``DescribeConfigsRequest``.
    public struct DescribeConfigsResource: WireStruct {
        /// All versions.
        public var resourceType: Int8 = 0
        /// All versions.
        public var resourceName: String = ""
        /// All versions, may be null.
        public var configurationKeys: [String]? = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 4
            self.resourceType = try reader.int8()
            self.resourceName = try reader.string(flexible)
            self.configurationKeys = try reader.nullableStrings(flexible)
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 4
            writer.int8(self.resourceType)
            writer.string(self.resourceName, flexible)
            writer.nullableStrings(self.configurationKeys, flexible)
            if flexible { writer.noTags() }
        }
    }
}
