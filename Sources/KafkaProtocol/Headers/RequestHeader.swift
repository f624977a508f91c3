/// What comes before every request.
///
/// - v1: client id.
/// - v2: a tagged section at the end; the client id keeps its old form, so that the API key, version and client can be read before the
///   header's version is known.
public struct RequestHeader: WireMessage {
    public static let versions: ClosedRange<Int16> = 0...2
    public static let firstFlexibleVersion: Int16 = 2

    /// The API's number, known here (``apiKey``) or not.
    public var requestApiKey: Int16 = 0
    public var requestApiVersion: Int16 = 0
    /// Chosen by the client, and given back in the response.
    public var correlationId: Int32 = 0
    public var clientId: String?

    public init() {}

    public init(apiKey: ApiKey, apiVersion: Int16, correlationId: Int32, clientId: String?) {
        self.requestApiKey = apiKey.rawValue
        self.requestApiVersion = apiVersion
        self.correlationId = correlationId
        self.clientId = clientId
    }

    /// The API, if it is known here.
    public var apiKey: ApiKey? { ApiKey(rawValue: requestApiKey) }

    /// Reads the header in the version that its API and version ask for; the reader is left at the body.
    ///
    /// - Throws: ``ProtocolError/unknownApiKey(_:)`` if the API is unknown: then neither the rest of the header nor the body can be read.
    public static func read(from reader: inout WireReader) throws(ProtocolError) -> RequestHeader {
        var header = RequestHeader()
        try header.readFixed(from: &reader)
        guard let apiKey = header.apiKey else { throw .unknownApiKey(header.requestApiKey) }
        try header.readRest(from: &reader, version: apiKey.requestHeaderVersion(header.requestApiVersion))
        return header
    }

    public init(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        try readFixed(from: &reader)
        try readRest(from: &reader, version: version)
    }

    private mutating func readFixed(from reader: inout WireReader) throws(ProtocolError) {
        requestApiKey = try reader.int16()
        requestApiVersion = try reader.int16()
        correlationId = try reader.int32()
    }

    private mutating func readRest(from reader: inout WireReader, version: Int16) throws(ProtocolError) {
        if version >= 1 { clientId = try reader.nullableString(false) }
        if version >= 2 { try reader.skipTags() }
    }

    public func write(to writer: inout WireWriter, version: Int16) {
        writer.int16(requestApiKey)
        writer.int16(requestApiVersion)
        writer.int32(correlationId)
        if version >= 1 { writer.nullableString(clientId, false) }
        if version >= 2 { writer.noTags() }
    }
}
