/// What comes before every response. v1 has a tagged section.
public struct ResponseHeader: WireMessage {
    public static let versions: ClosedRange<Int16> = 0...1
    public static let firstFlexibleVersion: Int16 = 1

    /// That of the request.
    public var correlationId: Int32 = 0

    public init() {}

    public init(correlationId: Int32) { self.correlationId = correlationId }

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        correlationId = try reader.int32()
        if version >= 1 { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.int32(correlationId)
        if version >= 1 { writer.noTags() }
    }
}
