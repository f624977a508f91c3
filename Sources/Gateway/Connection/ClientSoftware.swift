/// The client library behind a connection, as it named itself in ApiVersions v3 or later (KIP-511).
public struct ClientSoftware: Hashable, Sendable, CustomStringConvertible {
    public var name: String
    public var version: String

    public init(name: String, version: String) {
        self.name = name
        self.version = version
    }

    public var description: String { "\(name) \(version)" }
}
