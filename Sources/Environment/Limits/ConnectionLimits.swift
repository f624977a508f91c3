/// Limits of client connections. Each is at least 1.
public struct ConnectionLimits: Sendable {
    /// Bytes of one request frame (Kafka: `socket.request.max.bytes`). A longer one closes the connection before anything is allocated.
    public var frameBytesMax = 100 << 20
    /// Requests read and not yet answered, per connection. At the limit reading stops.
    public var requestsInFlightMax = 256
    /// Bytes of requests read and not yet answered, per connection. At the limit reading stops.
    public var requestBytesInFlightMax = 128 << 20
    /// Bytes of requests read and not yet answered, all connections of a node. At the limit reading stops on every connection.
    public var nodeRequestBytesInFlightMax = 512 << 20
    /// Bytes of answers written and not yet taken by the socket, per connection. At the limit no further request is started.
    public var answerBytesMax = 64 << 20
    /// A connection without any request for this long is closed (Kafka: `connections.max.idle.ms`).
    public var idleMax: Duration = .seconds(600)
    /// A request begun and incomplete, without another byte for this long, closes its connection: its memory is taken from others.
    public var stalledFrameMax: Duration = .seconds(30)
    /// A connection that we close waits this long for the peer to take the last answers; then they are dropped.
    public var lingerMax: Duration = .seconds(10)
    /// Connections of a node. At the limit a new one is closed at once (Kafka: `max.connections`).
    public var connectionsMax = 100_000
    /// Connections from one address (Kafka: `max.connections.per.ip`).
    public var connectionsPerAddressMax = 100_000

    public init() {}
}
