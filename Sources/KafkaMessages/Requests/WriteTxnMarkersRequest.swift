// Made by schema-compiler from Schemas/WriteTxnMarkers.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Writes the outcome of transactions into partitions; sent by transaction coordinators.
///
/// Request, v0 to v2, flexible from v1 on.
public struct WriteTxnMarkersRequest: RequestMessage {
    public typealias Response = WriteTxnMarkersResponse
    public static let apiKey = ApiKey.writeTxnMarkers
    public static let versions: ClosedRange<Int16> = 0...2
    public static let firstFlexibleVersion: Int16 = 1

    /// All versions.
    public var markers: [WritableTxnMarker] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 1
        let markersCount = try reader.arrayCount(flexible, wireBytes: 17, memoryBytes: MemoryLayout<WritableTxnMarker>.stride)
        self.markers.reserveCapacity(markersCount)
        for _ in 0..<markersCount { self.markers.append(try WritableTxnMarker(from: &reader, version: version)) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 1
        writer.arrayCount(self.markers.count, flexible)
        for index in self.markers.indices { self.markers[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension WriteTxnMarkersRequest {
    /// Within ``WriteTxnMarkersRequest``.
    public struct WritableTxnMarker: WireStruct {
        /// All versions.
        public var producerId: Int64 = 0
        /// All versions.
        public var producerEpoch: Int16 = 0
        /// All versions.
        public var transactionResult: Bool = false
        /// All versions.
        public var topics: [WritableTxnMarkerTopic] = []
        /// All versions.
        public var coordinatorEpoch: Int32 = 0
        /// v2+.
        public var transactionVersion: Int8 = 0

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 1
            self.producerId = try reader.int64()
            self.producerEpoch = try reader.int16()
            self.transactionResult = try reader.bool()
            let topicsCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<WritableTxnMarkerTopic>.stride)
            self.topics.reserveCapacity(topicsCount)
            for _ in 0..<topicsCount { self.topics.append(try WritableTxnMarkerTopic(from: &reader, version: version)) }
            self.coordinatorEpoch = try reader.int32()
            if version >= 2 { self.transactionVersion = try reader.int8() }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 1
            writer.int64(self.producerId)
            writer.int16(self.producerEpoch)
            writer.bool(self.transactionResult)
            writer.arrayCount(self.topics.count, flexible)
            for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
            writer.int32(self.coordinatorEpoch)
            if version >= 2 { writer.int8(self.transactionVersion) }
            if flexible { writer.noTags() }
        }
    }
}

extension WriteTxnMarkersRequest {
    /// Within ``WriteTxnMarkersRequest``.
    public struct WritableTxnMarkerTopic: WireStruct {
        /// All versions.
        public var name: String = ""
        /// All versions.
        public var partitionIndexes: [Int32] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 1
            self.name = try reader.string(flexible)
            self.partitionIndexes = try reader.int32s(flexible)
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 1
            writer.string(self.name, flexible)
            writer.int32s(self.partitionIndexes, flexible)
            if flexible { writer.noTags() }
        }
    }
}
