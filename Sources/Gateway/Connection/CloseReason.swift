public import Environment
public import KafkaProtocol

/// Why a client connection ended.
public enum CloseReason: Error, Hashable, Sendable, CustomStringConvertible {
    /// The client closed it.
    case peer
    /// The network broke it, with what the system says.
    case transport(String)
    /// No request for `ConnectionLimits.idleMax`.
    case idle
    /// A request begun stayed incomplete without a byte of progress for `ConnectionLimits.stalledFrameMax`.
    case stalledFrame
    /// A length prefix that no request can have: zero, negative, or above `ConnectionLimits.frameBytesMax`.
    case frameLength(Int32)
    /// A frame that does not begin with a request header.
    case malformedHeader(String)
    /// No API of Kafka's has this key, or the server does not serve it.
    case unservedApi(Int16)
    case unservedVersion(ApiKey, Int16)
    /// The server decided so, with its reason (a malformed body, a failed produce with acks=0, a failed authentication).
    case server(String)
    /// The node stops.
    case shutdown

    public var description: String {
        switch self {
        case .peer: "closed by the client"
        case .transport(let text): "broken: \(text)"
        case .idle: "idle for too long"
        case .stalledFrame: "a request stayed incomplete for too long"
        case .frameLength(let length): "a frame of \(length) bytes is not a Kafka request\(Self.guess(length))"
        case .malformedHeader(let text): "malformed request header: \(text)"
        case .unservedApi(let key): "API key \(key) is not served"
        case .unservedVersion(let key, let version): "\(key) v\(version) is not served"
        case .server(let text): text
        case .shutdown: "the node stops"
        }
    }

    /// How loud the log says it: what clients do every day is `debug`, what an operator may want to look at is `info`.
    public var logLevel: LogLevel {
        switch self {
        case .peer, .transport, .idle, .shutdown: .debug
        case .stalledFrame, .frameLength, .malformedHeader, .unservedApi, .unservedVersion, .server: .info
        }
    }

    /// Whether answers already made are sent before the end.
    var sendsRest: Bool {
        switch self {
        case .shutdown, .server: true
        case .peer, .transport, .idle, .stalledFrame, .frameLength, .malformedHeader, .unservedApi, .unservedVersion: false
        }
    }

    /// The first four bytes of other protocols, read as a length: the usual mistakes have a name.
    private static func guess(_ length: Int32) -> String {
        let bytes = UInt32(bitPattern: length)
        if bytes >> 24 == 0x16, bytes >> 16 & 0xFF == 0x03 { return " (it looks like TLS: is this a plaintext listener?)" }
        switch bytes {
        case 0x4745_5420, 0x504F_5354, 0x4845_4144, 0x5055_5420, 0x5052_4920:  // "GET ", "POST", "HEAD", "PUT ", "PRI "
            return " (it looks like HTTP)"
        default: return ""
        }
    }
}
