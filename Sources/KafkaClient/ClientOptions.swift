/// How a client behaves.
public struct ClientOptions: Sendable {
    /// What the client calls itself in each request.
    public var clientID = "martlet"
    /// How long a connection may take to come about.
    public var connectTimeout: Duration = .seconds(5)
    /// How long an answer may take before the connection is given up.
    public var requestTimeout: Duration = .seconds(30)
    /// How long what fails with a retriable error is tried again.
    public var retryTimeout: Duration = .seconds(30)
    /// The wait before it is tried again.
    public var retryBackoff: Duration = .milliseconds(100)
    /// Bytes of one answer. A node that announces more is not believed and the connection is closed.
    public var answerBytesMax = 256 << 20

    public init() {}
}
