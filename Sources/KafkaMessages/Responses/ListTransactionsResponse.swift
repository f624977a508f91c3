// Made by schema-compiler from Schemas/ListTransactions.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Lists transactions.
///
/// Response, v0 to v2, flexible.
public struct ListTransactionsResponse: ResponseMessage {
    public static let apiKey = ApiKey.listTransactions
    public static let versions: ClosedRange<Int16> = 0...2
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var throttleTimeMs: Int32 = 0
    /// All versions.
    public var errorCode: ErrorCode = .none
    /// All versions.
    public var unknownStateFilters: [String] = []
    /// All versions.
    public var transactionStates: [TransactionState] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.throttleTimeMs = try reader.int32()
        self.errorCode = try reader.errorCode()
        self.unknownStateFilters = try reader.strings(true)
        let transactionStatesCount = try reader.arrayCount(true, wireBytes: 11, memoryBytes: MemoryLayout<TransactionState>.stride)
        self.transactionStates.reserveCapacity(transactionStatesCount)
        for _ in 0..<transactionStatesCount { self.transactionStates.append(try TransactionState(from: &reader, version: version)) }
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.int32(self.throttleTimeMs)
        writer.errorCode(self.errorCode)
        writer.strings(self.unknownStateFilters, true)
        writer.arrayCount(self.transactionStates.count, true)
        for index in self.transactionStates.indices { self.transactionStates[index].write(to: &writer, version: version) }
        writer.noTags()
    }
}

extension ListTransactionsResponse {
    /// Within ``ListTransactionsResponse``.
    public struct TransactionState: WireStruct {
        /// All versions.
        public var transactionalId: String = ""
        /// All versions.
        public var producerId: Int64 = 0
        /// All versions.
        public var transactionState: String = ""

        public init() {}

        public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
            self.transactionalId = try reader.string(true)
            self.producerId = try reader.int64()
            self.transactionState = try reader.string(true)
            try reader.skipTags()
        }

        public func write(to writer: inout WireWriter, version: Int16) {
            writer.string(self.transactionalId, true)
            writer.int64(self.producerId)
            writer.string(self.transactionState, true)
            writer.noTags()
        }
    }
}
