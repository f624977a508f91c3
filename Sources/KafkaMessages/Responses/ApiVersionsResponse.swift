// Made by schema-compiler from Schemas/ApiVersions.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells which versions of which APIs are served, and the cluster's features.
///
/// Response, v0 to v4, flexible from v3 on.
public struct ApiVersionsResponse: ResponseMessage {
    public static let apiKey = ApiKey.apiVersions
    public static let versions: ClosedRange<Int16> = 0...4
    public static let firstFlexibleVersion: Int16 = 3

    /// All versions.
    public var errorCode: ErrorCode = .none
    /// All versions.
    public var apiKeys: [ApiVersion] = []
    /// v1+.
    public var throttleTimeMs: Int32 = 0
    /// v3+, tag 0.
    public var supportedFeatures: [SupportedFeatureKey] = []
    /// v3+, tag 1.
    public var finalizedFeaturesEpoch: Int64 = -1
    /// v3+, tag 2.
    public var finalizedFeatures: [FinalizedFeatureKey] = []
    /// v3+, tag 3.
    public var zkMigrationReady: Bool = false

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 3
        self.errorCode = try reader.errorCode()
        let apiKeysCount = try reader.arrayCount(flexible, wireBytes: 6, memoryBytes: MemoryLayout<ApiVersion>.stride)
        self.apiKeys.reserveCapacity(apiKeysCount)
        for _ in 0..<apiKeysCount { self.apiKeys.append(try ApiVersion(from: &reader, version: version)) }
        if version >= 1 { self.throttleTimeMs = try reader.int32() }
        if flexible {
            var tags = try reader.tagCount()
            while tags > 0 {
                let tag = try reader.openTag()
                switch tag.number {
                case 0:
                    let supportedFeaturesCount = try reader.arrayCount(
                        flexible, wireBytes: 6, memoryBytes: MemoryLayout<SupportedFeatureKey>.stride)
                    self.supportedFeatures = []
                    self.supportedFeatures.reserveCapacity(supportedFeaturesCount)
                    for _ in 0..<supportedFeaturesCount {
                        self.supportedFeatures.append(try SupportedFeatureKey(from: &reader, version: version))
                    }
                case 1:
                    self.finalizedFeaturesEpoch = try reader.int64()
                case 2:
                    let finalizedFeaturesCount = try reader.arrayCount(
                        flexible, wireBytes: 6, memoryBytes: MemoryLayout<FinalizedFeatureKey>.stride)
                    self.finalizedFeatures = []
                    self.finalizedFeatures.reserveCapacity(finalizedFeaturesCount)
                    for _ in 0..<finalizedFeaturesCount {
                        self.finalizedFeatures.append(try FinalizedFeatureKey(from: &reader, version: version))
                    }
                case 3:
                    self.zkMigrationReady = try reader.bool()
                default: reader.skipTag()
                }
                try reader.closeTag(tag)
                tags -= 1
            }
        }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 3
        writer.errorCode(self.errorCode)
        writer.arrayCount(self.apiKeys.count, flexible)
        for index in self.apiKeys.indices { self.apiKeys[index].write(to: &writer, version: version) }
        if version >= 1 { writer.int32(self.throttleTimeMs) }
        if flexible {
            var tags: UInt32 = 0
            let hasSupportedFeatures = version >= 3 && !self.supportedFeatures.isEmpty
            if hasSupportedFeatures { tags += 1 }
            let hasFinalizedFeaturesEpoch = version >= 3 && self.finalizedFeaturesEpoch != -1
            if hasFinalizedFeaturesEpoch { tags += 1 }
            let hasFinalizedFeatures = version >= 3 && !self.finalizedFeatures.isEmpty
            if hasFinalizedFeatures { tags += 1 }
            let hasZkMigrationReady = version >= 3 && self.zkMigrationReady != false
            if hasZkMigrationReady { tags += 1 }
            writer.tagCount(tags)
            if hasSupportedFeatures {
                let mark = writer.beginTag(0)
                writer.arrayCount(self.supportedFeatures.count, flexible)
                for index in self.supportedFeatures.indices { self.supportedFeatures[index].write(to: &writer, version: version) }
                writer.endTag(mark)
            }
            if hasFinalizedFeaturesEpoch {
                let mark = writer.beginTag(1)
                writer.int64(self.finalizedFeaturesEpoch)
                writer.endTag(mark)
            }
            if hasFinalizedFeatures {
                let mark = writer.beginTag(2)
                writer.arrayCount(self.finalizedFeatures.count, flexible)
                for index in self.finalizedFeatures.indices { self.finalizedFeatures[index].write(to: &writer, version: version) }
                writer.endTag(mark)
            }
            if hasZkMigrationReady {
                let mark = writer.beginTag(3)
                writer.bool(self.zkMigrationReady)
                writer.endTag(mark)
            }
        }
    }
}

extension ApiVersionsResponse {
    /// Within ``ApiVersionsResponse``.
    public struct ApiVersion: WireStruct {
        /// All versions.
        public var apiKey: Int16 = 0
        /// All versions.
        public var minVersion: Int16 = 0
        /// All versions.
        public var maxVersion: Int16 = 0

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 3
            self.apiKey = try reader.int16()
            self.minVersion = try reader.int16()
            self.maxVersion = try reader.int16()
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 3
            writer.int16(self.apiKey)
            writer.int16(self.minVersion)
            writer.int16(self.maxVersion)
            if flexible { writer.noTags() }
        }
    }
}

extension ApiVersionsResponse {
    /// Within ``ApiVersionsResponse``.
    public struct SupportedFeatureKey: WireStruct {
        /// v3+.
        public var name: String = ""
        /// v3+.
        public var minVersion: Int16 = 0
        /// v3+.
        public var maxVersion: Int16 = 0

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 3
            if version >= 3 { self.name = try reader.string(flexible) }
            if version >= 3 { self.minVersion = try reader.int16() }
            if version >= 3 { self.maxVersion = try reader.int16() }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 3
            if version >= 3 { writer.string(self.name, flexible) }
            if version >= 3 { writer.int16(self.minVersion) }
            if version >= 3 { writer.int16(self.maxVersion) }
            if flexible { writer.noTags() }
        }
    }
}

extension ApiVersionsResponse {
    /// Within ``ApiVersionsResponse``.
    public struct FinalizedFeatureKey: WireStruct {
        /// v3+.
        public var name: String = ""
        /// v3+.
        public var maxVersionLevel: Int16 = 0
        /// v3+.
        public var minVersionLevel: Int16 = 0

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 3
            if version >= 3 { self.name = try reader.string(flexible) }
            if version >= 3 { self.maxVersionLevel = try reader.int16() }
            if version >= 3 { self.minVersionLevel = try reader.int16() }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 3
            if version >= 3 { writer.string(self.name, flexible) }
            if version >= 3 { writer.int16(self.maxVersionLevel) }
            if version >= 3 { writer.int16(self.minVersionLevel) }
            if flexible { writer.noTags() }
        }
    }
}
