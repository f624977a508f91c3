// Made by schema-compiler from Schemas/ListTransactions.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Lists transactions.
///
/// Request, v0 to v2, flexible.
public struct ListTransactionsRequest: RequestMessage {
    public typealias Response = ListTransactionsResponse
    public static let apiKey = ApiKey.listTransactions
    public static let versions: ClosedRange<Int16> = 0...2
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var stateFilters: [String] = []
    /// All versions.
    public var producerIdFilters: [Int64] = []
    /// v1+.
    public var durationFilter: Int64 = -1
    /// v2+, may be null.
    public var transactionalIdPattern: String?

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.stateFilters = try reader.strings(true)
        self.producerIdFilters = try reader.int64s(true)
        if version >= 1 { self.durationFilter = try reader.int64() }
        if version >= 2 { self.transactionalIdPattern = try reader.nullableString(true) }
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.strings(self.stateFilters, true)
        writer.int64s(self.producerIdFilters, true)
        if version >= 1 { writer.int64(self.durationFilter) }
        if version >= 2 { writer.nullableString(self.transactionalIdPattern, true) }
        writer.noTags()
    }
}
