// Made by schema-compiler from Schemas/DescribeTransactions.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells the state of transactions.
///
/// Response, v0, flexible.
public struct DescribeTransactionsResponse: ResponseMessage {
    public static let apiKey = ApiKey.describeTransactions
    public static let versions: ClosedRange<Int16> = 0...0
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var transactionStates: [TransactionState] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.throttleTimeMs = try reader.int32()
        let transactionStatesCount = try reader.arrayCount(true, wireBytes: 28, memoryBytes: MemoryLayout<TransactionState>.stride)
        self.transactionStates.reserveCapacity(transactionStatesCount)
        for _ in 0..<transactionStatesCount { self.transactionStates.append(try TransactionState(from: &reader, version: version)) }
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.int32(self.throttleTimeMs)
        writer.arrayCount(self.transactionStates.count, true)
        for index in self.transactionStates.indices { self.transactionStates[index].write(to: &writer, version: version) }
        writer.noTags()
    }
}

extension DescribeTransactionsResponse {
    /// Within ``DescribeTransactionsResponse``.
    public struct TransactionState: WireStruct {
        /// All versions.
        public var errorCode: ErrorCode = .none
        /// All versions.
        public var transactionalId: String = ""
        /// All versions.
        public var transactionState: String = ""
        /// All versions.
        public var transactionTimeoutMs: Int32 = 0
        /// All versions.
        public var transactionStartTimeMs: Int64 = 0
        /// All versions.
        public var producerId: Int64 = 0
        /// All versions.
        public var producerEpoch: Int16 = 0
        /// All versions.
        public var topics: [TopicData] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.errorCode = try reader.errorCode()
            self.transactionalId = try reader.string(true)
            self.transactionState = try reader.string(true)
            self.transactionTimeoutMs = try reader.int32()
            self.transactionStartTimeMs = try reader.int64()
            self.producerId = try reader.int64()
            self.producerEpoch = try reader.int16()
            let topicsCount = try reader.arrayCount(true, wireBytes: 3, memoryBytes: MemoryLayout<TopicData>.stride)
            self.topics.reserveCapacity(topicsCount)
            for _ in 0..<topicsCount { self.topics.append(try TopicData(from: &reader, version: version)) }
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.errorCode(self.errorCode)
            writer.string(self.transactionalId, true)
            writer.string(self.transactionState, true)
            writer.int32(self.transactionTimeoutMs)
            writer.int64(self.transactionStartTimeMs)
            writer.int64(self.producerId)
            writer.int16(self.producerEpoch)
            writer.arrayCount(self.topics.count, true)
            for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
            writer.noTags()
        }
    }
}

extension DescribeTransactionsResponse {
    /// Within ``DescribeTransactionsResponse``.
    public struct TopicData: WireStruct {
        /// All versions.
        public var topic: String = ""
        /// All versions.
        public var partitions: [Int32] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.topic = try reader.string(true)
            self.partitions = try reader.int32s(true)
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.topic, true)
            writer.int32s(self.partitions, true)
            writer.noTags()
        }
    }
}
