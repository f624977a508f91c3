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

    /// - Throws: why the connection must be closed. Kafka does the same: without a known header there is nothing a client could read.
    init(_ frame: ByteBuffer, for server: any RequestServer) throws(CloseReason) {
        let header: RequestHeader
        var body = frame
        do throws(ProtocolError) {
            let (parsed, bytesLeft) = try WireReader.open(frame) { reader throws(ProtocolError) in
                (try RequestHeader.read(from: &reader), reader.bytesLeft)
            }
            header = parsed
            body.moveReaderIndex(forwardBy: frame.readableBytes - bytesLeft)
        } catch .unknownApiKey(let key) {
            throw .unservedApi(key)
        } catch {
            throw .malformedHeader("\(error)")
        }
        guard let apiKey = header.apiKey, let versions = server.versions(of: apiKey) else { throw .unservedApi(header.requestApiKey) }
        isServed = versions.contains(header.requestApiVersion)
        guard isServed || apiKey == .apiVersions else { throw .unservedVersion(apiKey, header.requestApiVersion) }
        self.apiKey = apiKey
        version = header.requestApiVersion
        correlationID = header.correlationId
        clientID = header.clientId
        self.body = body
    }
}
