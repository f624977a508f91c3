import KafkaProtocol
import NIOCore

/// What a connection must know of a frame before it hands it on: the request's header, checked against what is served.
struct RequestHead {
    let apiKey: ApiKey
    let version: Int16
    let correlationID: Int32
    let clientID: String?
    let body: ByteBuffer
    /// False only for ApiVersions in a version not served, which is answered all the same (KIP-511).
    let isServed: Bool

    /// - Parameter known: the client id of the requests before, so that it need not be decoded again.
    /// - Throws: why the connection must be closed. Kafka does the same: without a known header there is nothing a client could read.
    init(_ frame: ByteBuffer, for server: any RequestServer, known: inout KnownClientID) throws(CloseReason) {
        let key: Int16
        var body = frame
        if let header = known.header(of: frame) {
            key = header.apiKey
            version = header.version
            correlationID = header.correlationID
            clientID = known.clientID
            body.moveReaderIndex(forwardBy: header.byteCount)
        } else {
            let (header, byteCount) = try Self.parse(frame)
            known.remember(header.clientId, from: frame)
            key = header.requestApiKey
            version = header.requestApiVersion
            correlationID = header.correlationId
            clientID = header.clientId
            body.moveReaderIndex(forwardBy: byteCount)
        }
        guard let apiKey = ApiKey(rawValue: key), let versions = server.versions(of: apiKey) else { throw .unservedApi(key) }
        isServed = versions.contains(version)
        guard isServed || apiKey == .apiVersions else { throw .unservedVersion(apiKey, version) }
        self.apiKey = apiKey
        self.body = body
    }

    /// The header, and its bytes.
    private static func parse(_ frame: ByteBuffer) throws(CloseReason) -> (RequestHeader, Int) {
        do throws(ProtocolError) {
            return try WireReader.open(frame) { reader throws(ProtocolError) in
                let header = try RequestHeader.read(from: &reader)
                return (header, frame.readableBytes - reader.bytesLeft)
            }
        } catch .unknownApiKey(let key) {
            throw .unservedApi(key)
        } catch {
            throw .malformedHeader("\(error)")
        }
    }
}
