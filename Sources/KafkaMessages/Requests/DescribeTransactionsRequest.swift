// Made by schema-compiler from Schemas/DescribeTransactions.schema. Do not edit: change the schema and run it again.

public import KafkaProtocol

/// Tells the state of transactions.
///
/// Request, v0, flexible.
public struct DescribeTransactionsRequest: RequestMessage {
    public typealias Response = DescribeTransactionsResponse
    public static let apiKey = ApiKey.describeTransactions
    public static let versions: ClosedRange<Int16> = 0...0
    public static let firstFlexibleVersion: Int16 = 0

    /// All versions.
    public var transactionalIds: [String] = []

    public init() {}

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        self.transactionalIds = try reader.strings(true)
        try reader.skipTags()
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.strings(self.transactionalIds, true)
        writer.noTags()
    }
}
