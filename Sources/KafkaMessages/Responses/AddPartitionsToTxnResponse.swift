// Made by schema-compiler from Schemas/AddPartitionsToTxn.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Adds partitions to a transaction.
///
/// Response, v0 to v5, flexible from v3 on.
public struct AddPartitionsToTxnResponse: ResponseMessage {
    public static let apiKey = ApiKey.addPartitionsToTxn
    public static let versions: ClosedRange<Int16> = 0...5
    public static let firstFlexibleVersion: Int16 = 3

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// v4+.
    public var errorCode: ErrorCode = .none
    /// v4+.
    public var resultsByTransaction: [AddPartitionsToTxnResult] = []
    /// v0-3.
    public var resultsByTopicV3AndBelow: [AddPartitionsToTxnTopicResult] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        let flexible = version >= 3
        self.throttleTimeMs = try reader.int32()
        if version >= 4 { self.errorCode = try reader.errorCode() }
        if version >= 4 {
            let resultsByTransactionCount = try reader.arrayCount(
                flexible, wireBytes: 3, memoryBytes: MemoryLayout<AddPartitionsToTxnResult>.stride)
            self.resultsByTransaction.reserveCapacity(resultsByTransactionCount)
            for _ in 0..<resultsByTransactionCount {
                self.resultsByTransaction.append(try AddPartitionsToTxnResult(from: &reader, version: version))
            }
        }
        if version <= 3 {
            let resultsByTopicV3AndBelowCount = try reader.arrayCount(
                flexible, wireBytes: 3, memoryBytes: MemoryLayout<AddPartitionsToTxnTopicResult>.stride)
            self.resultsByTopicV3AndBelow.reserveCapacity(resultsByTopicV3AndBelowCount)
            for _ in 0..<resultsByTopicV3AndBelowCount {
                self.resultsByTopicV3AndBelow.append(try AddPartitionsToTxnTopicResult(from: &reader, version: version))
            }
        }
        if flexible { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        let flexible = version >= 3
        writer.int32(self.throttleTimeMs)
        if version >= 4 { writer.errorCode(self.errorCode) }
        if version >= 4 {
            writer.arrayCount(self.resultsByTransaction.count, flexible)
            for index in self.resultsByTransaction.indices { self.resultsByTransaction[index].write(to: &writer, version: version) }
        }
        if version <= 3 {
            writer.arrayCount(self.resultsByTopicV3AndBelow.count, flexible)
            for index in self.resultsByTopicV3AndBelow.indices { self.resultsByTopicV3AndBelow[index].write(to: &writer, version: version) }
        }
        if flexible { writer.noTags() }
    }
}

extension AddPartitionsToTxnResponse {
    /// Within ``AddPartitionsToTxnResponse``.
    public struct AddPartitionsToTxnResult: WireStruct {
        /// v4+.
        public var transactionalId: String = ""
        /// v4+.
        public var topicResults: [AddPartitionsToTxnTopicResult] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 3
            if version >= 4 { self.transactionalId = try reader.string(flexible) }
            if version >= 4 {
                let topicResultsCount = try reader.arrayCount(
                    flexible, wireBytes: 3, memoryBytes: MemoryLayout<AddPartitionsToTxnTopicResult>.stride)
                self.topicResults.reserveCapacity(topicResultsCount)
                for _ in 0..<topicResultsCount {
                    self.topicResults.append(try AddPartitionsToTxnTopicResult(from: &reader, version: version))
                }
            }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 3
            if version >= 4 { writer.string(self.transactionalId, flexible) }
            if version >= 4 {
                writer.arrayCount(self.topicResults.count, flexible)
                for index in self.topicResults.indices { self.topicResults[index].write(to: &writer, version: version) }
            }
            if flexible { writer.noTags() }
        }
    }
}

extension AddPartitionsToTxnResponse {
    /// Within ``AddPartitionsToTxnResponse``.
    public struct AddPartitionsToTxnTopicResult: WireStruct {
        /// All versions.
        public var name: String = ""
        /// All versions.
        public var resultsByPartition: [AddPartitionsToTxnPartitionResult] = []

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 3
            self.name = try reader.string(flexible)
            let resultsByPartitionCount = try reader.arrayCount(
                flexible, wireBytes: 6, memoryBytes: MemoryLayout<AddPartitionsToTxnPartitionResult>.stride)
            self.resultsByPartition.reserveCapacity(resultsByPartitionCount)
            for _ in 0..<resultsByPartitionCount {
                self.resultsByPartition.append(try AddPartitionsToTxnPartitionResult(from: &reader, version: version))
            }
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 3
            writer.string(self.name, flexible)
            writer.arrayCount(self.resultsByPartition.count, flexible)
            for index in self.resultsByPartition.indices { self.resultsByPartition[index].write(to: &writer, version: version) }
            if flexible { writer.noTags() }
        }
    }
}

extension AddPartitionsToTxnResponse {
    /// Within ``AddPartitionsToTxnResponse``.
    public struct AddPartitionsToTxnPartitionResult: WireStruct {
        /// All versions.
        public var partitionIndex: Int32 = 0
        /// All versions.
        public var partitionErrorCode: ErrorCode = .none

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            let flexible = version >= 3
            self.partitionIndex = try reader.int32()
            self.partitionErrorCode = try reader.errorCode()
            if flexible { try reader.skipTags() }
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            let flexible = version >= 3
            writer.int32(self.partitionIndex)
            writer.errorCode(self.partitionErrorCode)
            if flexible { writer.noTags() }
        }
    }
}
