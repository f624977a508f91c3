// Made by schema-compiler from Schemas/Produce.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Appends record batches to partitions.
///
/// Request, v0 to v13, flexible from v9 on.
public struct ProduceRequest: RequestMessage {
    public typealias Response = ProduceResponse
    public static let apiKey = ApiKey.produce
    public static let versions: ClosedRange<Int16> = 0...13
    public static let firstFlexibleVersion: Int16 = 9

    /// v3+, may be null.
    public var transactionalId: String?
    /// All versions.
    public var acks: Int16 = 0
    /// All versions.
    public var timeoutMs: Int32 = 0
    /// All versions.
    public var topicData: [TopicProduceData] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 9
        if version >= 3 { self.transactionalId = try reader.nullableString(flexible) }
        self.acks = try reader.int16()
        self.timeoutMs = try reader.int32()
        let topicDataCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<TopicProduceData>.stride)
        self.topicData.reserveCapacity(topicDataCount)
        for _ in 0..<topicDataCount { self.topicData.append(try TopicProduceData(from: &reader, version: version)) }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 9
        if version >= 3 { writer.nullableString(self.transactionalId, flexible) }
        writer.int16(self.acks)
        writer.int32(self.timeoutMs)
        writer.arrayCount(self.topicData.count, flexible)
        for index in self.topicData.indices { self.topicData[index].write(to: &writer, version: version) }
        if flexible { writer.noTags() }
    }
}

extension ProduceRequest {
    /// Within ``ProduceRequest``.
    public struct TopicProduceData: WireStruct {
        /// v0-12.
        public var name: String = ""
        /// v13+.
        public var topicId: KafkaUUID = .zero
        /// All versions.
        public var partitionData: [PartitionProduceData] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 9
            if version <= 12 { self.name = try reader.string(flexible) }
            if version >= 13 { self.topicId = try reader.uuid() }
            let partitionDataCount = try reader.arrayCount(flexible, wireBytes: 6, memoryBytes: MemoryLayout<PartitionProduceData>.stride)
            self.partitionData.reserveCapacity(partitionDataCount)
            for _ in 0..<partitionDataCount { self.partitionData.append(try PartitionProduceData(from: &reader, version: version)) }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 9
            if version <= 12 { writer.string(self.name, flexible) }
            if version >= 13 { writer.uuid(self.topicId) }
            writer.arrayCount(self.partitionData.count, flexible)
            for index in self.partitionData.indices { self.partitionData[index].write(to: &writer, version: version) }
            if flexible { writer.noTags() }
        }
    }
}

extension ProduceRequest {
    /// Within ``ProduceRequest``.
    public struct PartitionProduceData: WireStruct {
        /// All versions.
        public var index: Int32 = 0
        /// All versions, may be null.
        public var records: RecordData?

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 9
            self.index = try reader.int32()
            self.records = try reader.nullableRecords(flexible)
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 9
            writer.int32(self.index)
            writer.nullableRecords(self.records, flexible)
            if flexible { writer.noTags() }
        }
    }
}
