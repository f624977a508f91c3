public import Environment
public import KafkaProtocol
public import NIOCore

/// A request as it comes from a connection: the header read, the body not yet.
///
/// Whoever takes it owes exactly one ``Connection/answer(_:_:)`` or ``Connection/noAnswer(_:)`` for its slot, at once or in any later turn,
/// unless the connection closes first.
public struct Request {
    /// Lives on the core that serves this request: reach it from there only. From elsewhere, use ``ticket``.
    public let connection: Connection
    public let slot: AnswerSlot
    public let apiKey: ApiKey
    /// Within `server.versions(of: apiKey)`.
    public let version: Int16
    public let correlationID: Int32
    public let clientID: String?
    /// The bytes behind the header. Shares its storage with the read (up to 256 KiB) that brought it: copy out what is small and kept long.
    public let body: ByteBuffer
    public let receivedAt: Instant

    /// Who asks.
    public var principal: Principal { connection.principal }
    /// The same request named so that other cores can hold it.
    public var ticket: RequestTicket { RequestTicket(connection: connection.id, slot: slot) }
}

extension Request {
    /// Answers with a message, in the request's version. It leaves when the answers before it have.
    ///
    /// A message that its form cannot carry (a string too long for an old version) closes the connection: there is nothing else to say.
    public func respond(_ message: some ResponseMessage) {
        connection.respond(message, slot: slot, correlationID: correlationID, version: version)
    }

    /// Answers with a frame made elsewhere, length prefix and header included.
    public func respond(frame: WireOutput) { connection.answer(slot, frame) }

    /// Ends the request without an answer (Produce with acks=0).
    public func respondNothing() { connection.noAnswer(slot) }
}
