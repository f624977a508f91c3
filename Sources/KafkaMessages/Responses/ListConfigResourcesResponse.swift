// Made by schema-compiler from Schemas/ListConfigResources.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Lists the resources that have a configuration (KIP-1142).
///
/// Response, v0 to v1, flexible.
public struct ListConfigResourcesResponse: ResponseMessage {
    public static let apiKey = ApiKey.listConfigResources
    public static let versions: ClosedRange<Int16> = 0...1
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var errorCode: ErrorCode = .none
    /// All versions.
    public var configResources: [ConfigResource] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.throttleTimeMs = try reader.int32()
        self.errorCode = try reader.errorCode()
        let configResourcesCount = try reader.arrayCount(true, wireBytes: 2, memoryBytes: MemoryLayout<ConfigResource>.stride)
        self.configResources.reserveCapacity(configResourcesCount)
        for _ in 0..<configResourcesCount { self.configResources.append(try ConfigResource(from: &reader, version: version)) }
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.int32(self.throttleTimeMs)
        writer.errorCode(self.errorCode)
        writer.arrayCount(self.configResources.count, true)
        for index in self.configResources.indices { self.configResources[index].write(to: &writer, version: version) }
        writer.noTags()
    }
}

extension ListConfigResourcesResponse {
    /// Within ``ListConfigResourcesResponse``.
    public struct ConfigResource: WireStruct {
        /// All versions.
        public var resourceName: String = ""
        /// v1+.
        public var resourceType: Int8 = 16

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.resourceName = try reader.string(true)
            if version >= 1 { self.resourceType = try reader.int8() }
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.resourceName, true)
            if version >= 1 { writer.int8(self.resourceType) }
            writer.noTags()
        }
    }
}
