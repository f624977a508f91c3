// Made by schema-compiler from Schemas/AddPartitionsToTxn.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Adds partitions to a transaction.
///
/// Request, v0 to v5, flexible from v3 on.
public struct AddPartitionsToTxnRequest: RequestMessage {
    public typealias Response = AddPartitionsToTxnResponse
    public static let apiKey = ApiKey.addPartitionsToTxn
    public static let versions: ClosedRange<Int16> = 0...5
    public static let firstFlexibleVersion: Int16 = 3

    /// v4+.
    public var transactions: [AddPartitionsToTxnTransaction] = []
    /// v0-3.
    public var v3AndBelowTransactionalId: String = ""
    /// v0-3.
    public var v3AndBelowProducerId: Int64 = 0
    /// v0-3.
    public var v3AndBelowProducerEpoch: Int16 = 0
    /// v0-3.
    public var v3AndBelowTopics: [AddPartitionsToTxnTopic] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 3
        if version >= 4 {
            let transactionsCount = try reader.arrayCount(
                flexible, wireBytes: 14, memoryBytes: MemoryLayout<AddPartitionsToTxnTransaction>.stride)
            self.transactions.reserveCapacity(transactionsCount)
            for _ in 0..<transactionsCount { self.transactions.append(try AddPartitionsToTxnTransaction(from: &reader, version: version)) }
        }
        if version <= 3 { self.v3AndBelowTransactionalId = try reader.string(flexible) }
        if version <= 3 { self.v3AndBelowProducerId = try reader.int64() }
        if version <= 3 { self.v3AndBelowProducerEpoch = try reader.int16() }
        if version <= 3 {
            let v3AndBelowTopicsCount = try reader.arrayCount(
                flexible, wireBytes: 3, memoryBytes: MemoryLayout<AddPartitionsToTxnTopic>.stride)
            self.v3AndBelowTopics.reserveCapacity(v3AndBelowTopicsCount)
            for _ in 0..<v3AndBelowTopicsCount {
                self.v3AndBelowTopics.append(try AddPartitionsToTxnTopic(from: &reader, version: version))
            }
        }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 3
        if version >= 4 {
            writer.arrayCount(self.transactions.count, flexible)
            for index in self.transactions.indices { self.transactions[index].write(to: &writer, version: version) }
        }
        if version <= 3 { writer.string(self.v3AndBelowTransactionalId, flexible) }
        if version <= 3 { writer.int64(self.v3AndBelowProducerId) }
        if version <= 3 { writer.int16(self.v3AndBelowProducerEpoch) }
        if version <= 3 {
            writer.arrayCount(self.v3AndBelowTopics.count, flexible)
            for index in self.v3AndBelowTopics.indices { self.v3AndBelowTopics[index].write(to: &writer, version: version) }
        }
        if flexible { writer.noTags() }
    }
}

extension AddPartitionsToTxnRequest {
    /// Within ``AddPartitionsToTxnRequest``.
    public struct AddPartitionsToTxnTransaction: WireStruct {
        /// v4+.
        public var transactionalId: String = ""
        /// v4+.
        public var producerId: Int64 = 0
        /// v4+.
        public var producerEpoch: Int16 = 0
        /// v4+.
        public var verifyOnly: Bool = false
        /// v4+.
        public var topics: [AddPartitionsToTxnTopic] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 3
            if version >= 4 { self.transactionalId = try reader.string(flexible) }
            if version >= 4 { self.producerId = try reader.int64() }
            if version >= 4 { self.producerEpoch = try reader.int16() }
            if version >= 4 { self.verifyOnly = try reader.bool() }
            if version >= 4 {
                let topicsCount = try reader.arrayCount(flexible, wireBytes: 3, memoryBytes: MemoryLayout<AddPartitionsToTxnTopic>.stride)
                self.topics.reserveCapacity(topicsCount)
                for _ in 0..<topicsCount { self.topics.append(try AddPartitionsToTxnTopic(from: &reader, version: version)) }
            }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 3
            if version >= 4 { writer.string(self.transactionalId, flexible) }
            if version >= 4 { writer.int64(self.producerId) }
            if version >= 4 { writer.int16(self.producerEpoch) }
            if version >= 4 { writer.bool(self.verifyOnly) }
            if version >= 4 {
                writer.arrayCount(self.topics.count, flexible)
                for index in self.topics.indices { self.topics[index].write(to: &writer, version: version) }
            }
            if flexible { writer.noTags() }
        }
    }
}

extension AddPartitionsToTxnRequest {
    /// Within ``AddPartitionsToTxnRequest``.
    public struct AddPartitionsToTxnTopic: WireStruct {
        /// All versions.
        public var name: String = ""
        /// All versions.
        public var partitions: [Int32] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 3
            self.name = try reader.string(flexible)
            self.partitions = try reader.int32s(flexible)
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 3
            writer.string(self.name, flexible)
            writer.int32s(self.partitions, flexible)
            if flexible { writer.noTags() }
        }
    }
}
