// Made by schema-compiler from Schemas/UpdateFeatures.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Changes the levels of cluster features.
///
/// Request, v0 to v2, flexible.
public struct UpdateFeaturesRequest: RequestMessage {
    public typealias Response = UpdateFeaturesResponse
    public static let apiKey = ApiKey.updateFeatures
    public static let versions: ClosedRange<Int16> = 0...2
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var timeoutMs: Int32 = 60000
    /// All versions.
    public var featureUpdates: [FeatureUpdateKey] = []
    /// v1+.
    public var validateOnly: Bool = false

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.timeoutMs = try reader.int32()
        let featureUpdatesCount = try reader.arrayCount(true, wireBytes: 5, memoryBytes: MemoryLayout<FeatureUpdateKey>.stride)
        self.featureUpdates.reserveCapacity(featureUpdatesCount)
        for _ in 0..<featureUpdatesCount { self.featureUpdates.append(try FeatureUpdateKey(from: &reader, version: version)) }
        if version >= 1 { self.validateOnly = try reader.bool() }
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.int32(self.timeoutMs)
        writer.arrayCount(self.featureUpdates.count, true)
        for index in self.featureUpdates.indices { self.featureUpdates[index].write(to: &writer, version: version) }
        if version >= 1 { writer.bool(self.validateOnly) }
        writer.noTags()
    }
}

extension UpdateFeaturesRequest {
    /// Within ``UpdateFeaturesRequest``.
    public struct FeatureUpdateKey: WireStruct {
        /// All versions.
        public var feature: String = ""
        /// All versions.
        public var maxVersionLevel: Int16 = 0
        /// v0.
        public var allowDowngrade: Bool = false
        /// v1+.
        public var upgradeType: Int8 = 1

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.feature = try reader.string(true)
            self.maxVersionLevel = try reader.int16()
            if version <= 0 { self.allowDowngrade = try reader.bool() }
            if version >= 1 { self.upgradeType = try reader.int8() }
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.feature, true)
            writer.int16(self.maxVersionLevel)
            if version <= 0 { writer.bool(self.allowDowngrade) }
            if version >= 1 { writer.int8(self.upgradeType) }
            writer.noTags()
        }
    }
}
