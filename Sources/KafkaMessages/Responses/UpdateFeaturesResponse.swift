// Made by schema-compiler from Schemas/UpdateFeatures.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Changes the levels of cluster features.
///
/// Response, v0 to v2, flexible.
public struct UpdateFeaturesResponse: ResponseMessage {
    public static let apiKey = ApiKey.updateFeatures
    public static let versions: ClosedRange<Int16> = 0...2
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var errorCode: ErrorCode = .none
    /// All versions, may be null.
    public var errorMessage: String? = ""
    /// v0-1.
    public var results: [UpdatableFeatureResult] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.throttleTimeMs = try reader.int32()
        self.errorCode = try reader.errorCode()
        self.errorMessage = try reader.nullableString(true)
        if version <= 1 {
            let resultsCount = try reader.arrayCount(true, wireBytes: 5, memoryBytes: MemoryLayout<UpdatableFeatureResult>.stride)
            self.results.reserveCapacity(resultsCount)
            for _ in 0..<resultsCount { self.results.append(try UpdatableFeatureResult(from: &reader, version: version)) }
        }
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.int32(self.throttleTimeMs)
        writer.errorCode(self.errorCode)
        writer.nullableString(self.errorMessage, true)
        if version <= 1 {
            writer.arrayCount(self.results.count, true)
            for index in self.results.indices { self.results[index].write(to: &writer, version: version) }
        }
        writer.noTags()
    }
}

extension UpdateFeaturesResponse {
    /// Within ``UpdateFeaturesResponse``.
    public struct UpdatableFeatureResult: WireStruct {
        /// All versions.
        public var feature: String = ""
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// All versions, may be null.
        public var errorMessage: String? = ""

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.feature = try reader.string(true)
            self.errorCode = try reader.errorCode()
            self.errorMessage = try reader.nullableString(true)
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.feature, true)
            writer.errorCode(self.errorCode)
            writer.nullableString(self.errorMessage, true)
            writer.noTags()
        }
    }
}
