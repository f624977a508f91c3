import KafkaProtocol

/// What serves one API. Each handler lives in a file of its own, which begins with its notes on versions.
protocol RequestHandler {
    associatedtype Message: RequestMessage

    /// What ApiVersions tells and the connection lets through.
    static var versions: ClosedRange<Int16> { get }

    /// Takes a decoded request and answers it, now or in a later turn, exactly once (or closes the connection).
    static func handle(_ message: Message, _ request: Request, on core: GatewayCore)
}

extension RequestHandler {
    /// Decodes and handles. A body that does not decode says that the peer is no Kafka client or a broken one: the connection is closed.
    static func serve(_ request: Request, on core: GatewayCore) {
        let message: Message
        do throws(ProtocolError) {
            message = try Message.decode(prefixOf: request.body, version: request.version)
        } catch {
            return request.connection.close(.server("\(request.apiKey) v\(request.version) does not decode: \(error)"))
        }
        handle(message, request, on: core)
    }
}
