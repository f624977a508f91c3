// Made by schema-compiler from Schemas/WriteTxnMarkers.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Writes the outcome of transactions into partitions; sent by transaction coordinators.
///
/// Response, v0 to v2, flexible from v1 on.
public struct WriteTxnMarkersResponse: ResponseMessage {
    public static let apiKey = ApiKey.writeTxnMarkers
    public static let versions: ClosedRange<Int16> = 0...2
    public static let firstFlexibleVersion: Int16 = 1

    /// All versions.
    public var markers: [WritableTxnMarkerResult] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 1
        let markersCount = try reader.arrayCount(flexible, wireBytes: 10, memoryBytes: MemoryLayout<WritableTxnMarkerResult>.stride)
        self.markers.reserveCapacity(markersCount)
        for _ in 0..<markersCount { self.markers.append(try WritableTxnMarkerResult(from: &reader, version: version)) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 1
        writer.arrayCount(self.markers.count, flexible)
        for index in self.markers.indices { self.markers[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension WriteTxnMarkersResponse {
    /// Within ``WriteTxnMarkersResponse``.
    public struct WritableTxnMarkerResult: WireStruct {
        /// All versions.
        public var producerId: Int64 = 0
        /// All versions.
        public var topics: [WritableTxnMarkerTopicResult] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 1
            self.producerId = try reader.int64()
            let topicsCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<WritableTxnMarkerTopicResult>.stride)
            self.topics.reserveCapacity(topicsCount)
            for _ in 0..<topicsCount { self.topics.append(try WritableTxnMarkerTopicResult(from: &reader, version: version)) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 1
            writer.int64(self.producerId)
            writer.arrayCount(self.topics.count, flexible)
            for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
            if flexible { writer.noTags() }
        }
    }
}

extension WriteTxnMarkersResponse {
    /// Within ``WriteTxnMarkersResponse``.
    public struct WritableTxnMarkerTopicResult: WireStruct {
        /// All versions.
        public var name: String = ""
        /// All versions.
        public var partitions: [WritableTxnMarkerPartitionResult] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 1
            self.name = try reader.string(flexible)
            let partitionsCount = try reader.arrayCount(
                flexible, wireBytes: 6, memoryBytes: MemoryLayout<WritableTxnMarkerPartitionResult>.stride)
            self.partitions.reserveCapacity(partitionsCount)
            for _ in 0..<partitionsCount { self.partitions.append(try WritableTxnMarkerPartitionResult(from: &reader, version: version)) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 1
            writer.string(self.name, flexible)
            writer.arrayCount(self.partitions.count, flexible)
            for index in self.partitions.indices { self.partitions[index].write(to: &writer, version: version) }
            if flexible { writer.noTags() }
        }
    }
}

extension WriteTxnMarkersResponse {
    /// Within ``WriteTxnMarkersResponse``.
    public struct WritableTxnMarkerPartitionResult: WireStruct {
        /// All versions.
        public var partitionIndex: Int32 = 0
        /// All versions.
        public var errorCode: ErrorCode = .none

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 1
            self.partitionIndex = try reader.int32()
            self.errorCode = try reader.errorCode()
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 1
            writer.int32(self.partitionIndex)
            writer.errorCode(self.errorCode)
            if flexible { writer.noTags() }
        }
    }
}
