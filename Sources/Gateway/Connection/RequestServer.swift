public import KafkaProtocol

/// What answers the requests of one core's connections. Confined to that core.
public protocol RequestServer: AnyObject {
    /// Takes a request. Called in the order of arrival on its connection, on the connection's core; must not block. May answer before it
    /// returns. An answer that needs another core travels with ``Request/ticket``.
    func serve(_ request: Request)

    /// The versions served of an API; nil if it is not served. ApiVersions and the check of each request's version both come from here.
    func versions(of apiKey: ApiKey) -> ClosedRange<Int16>?

    /// A connection was accepted; no request of it has been served.
    func connectionOpened(_ connection: Connection)

    /// A connection is gone: requests still waiting for an answer need none. Called once. ``CloseReason/peer`` means that the client itself
    /// closed it.
    func connectionClosed(_ connection: Connection, _ reason: CloseReason)
}
