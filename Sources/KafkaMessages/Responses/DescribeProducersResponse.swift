// Made by schema-compiler from Schemas/DescribeProducers.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells the active producers of partitions.
///
/// Response, v0, flexible.
public struct DescribeProducersResponse: ResponseMessage {
    public static let apiKey = ApiKey.describeProducers
    public static let versions: ClosedRange<Int16> = 0...0
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var topics: [TopicResponse] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.throttleTimeMs = try reader.int32()
        let topicsCount = try reader.arrayCount(true, wireBytes: 3, memoryBytes: MemoryLayout<TopicResponse>.stride)
        self.topics.reserveCapacity(topicsCount)
        for _ in 0..<topicsCount { self.topics.append(try TopicResponse(from: &reader, version: version)) }
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.int32(self.throttleTimeMs)
        writer.arrayCount(self.topics.count, true)
        for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
        writer.noTags()
    }
}

extension DescribeProducersResponse {
    /// Within ``DescribeProducersResponse``.
    public struct TopicResponse: WireStruct {
        /// All versions.
        public var name: String = ""
        /// All versions.
        public var partitions: [PartitionResponse] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.name = try reader.string(true)
            let partitionsCount = try reader.arrayCount(true, wireBytes: 9, memoryBytes: MemoryLayout<PartitionResponse>.stride)
            self.partitions.reserveCapacity(partitionsCount)
            for _ in 0..<partitionsCount { self.partitions.append(try PartitionResponse(from: &reader, version: version)) }
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.name, true)
            writer.arrayCount(self.partitions.count, true)
            for index in self.partitions.indices { self.partitions[index].write(to: &writer, version: version) }
            writer.noTags()
        }
    }
}

extension DescribeProducersResponse {
    /// Within ``DescribeProducersResponse``.
    public struct PartitionResponse: WireStruct {
        /// All versions.
        public var partitionIndex: Int32 = 0
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// All versions, may be null.
        public var errorMessage: String?
        /// All versions.
        public var activeProducers: [ProducerState] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.partitionIndex = try reader.int32()
            self.errorCode = try reader.errorCode()
            self.errorMessage = try reader.nullableString(true)
            let activeProducersCount = try reader.arrayCount(true, wireBytes: 37, memoryBytes: MemoryLayout<ProducerState>.stride)
            self.activeProducers.reserveCapacity(activeProducersCount)
            for _ in 0..<activeProducersCount { self.activeProducers.append(try ProducerState(from: &reader, version: version)) }
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.int32(self.partitionIndex)
            writer.errorCode(self.errorCode)
            writer.nullableString(self.errorMessage, true)
            writer.arrayCount(self.activeProducers.count, true)
            for index in self.activeProducers.indices { self.activeProducers[index].write(to: &writer, version: version) }
            writer.noTags()
        }
    }
}

extension DescribeProducersResponse {
    /// Within ``DescribeProducersResponse``.
    public struct ProducerState: WireStruct {
        /// All versions.
        public var producerId: Int64 = 0
        /// All versions.
        public var producerEpoch: Int32 = 0
        /// All versions.
        public var lastSequence: Int32 = -1
        /// All versions.
        public var lastTimestamp: Int64 = -1
        /// All versions.
        public var coordinatorEpoch: Int32 = 0
        /// All versions.
        public var currentTxnStartOffset: Int64 = -1

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.producerId = try reader.int64()
            self.producerEpoch = try reader.int32()
            self.lastSequence = try reader.int32()
            self.lastTimestamp = try reader.int64()
            self.coordinatorEpoch = try reader.int32()
            self.currentTxnStartOffset = try reader.int64()
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.int64(self.producerId)
            writer.int32(self.producerEpoch)
            writer.int32(self.lastSequence)
            writer.int64(self.lastTimestamp)
            writer.int32(self.coordinatorEpoch)
            writer.int64(self.currentTxnStartOffset)
            writer.noTags()
        }
    }
}
