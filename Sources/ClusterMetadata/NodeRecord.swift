public import Environment

/// A node of the cluster as the metadata group knows it. Replaced whole when the node starts with other facts.
public struct NodeRecord: Hashable, Sendable {
    public var id: NodeID
    /// The identity of its data directory: another one is another voter.
    public var directory: UInt64
    public var rack: String?
    /// Where clients reach it, by listener name; sorted by name.
    public var endpoints: [Endpoint]

    public init(id: NodeID, directory: UInt64, rack: String?, endpoints: [Endpoint]) {
        self.id = id
        self.directory = directory
        self.rack = rack
        self.endpoints = endpoints.sorted { $0.listener < $1.listener }
    }

    public func endpoint(listener: String) -> Endpoint? { endpoints.first { $0.listener == listener } }
}

/// An advertised address of a listener.
public struct Endpoint: Hashable, Sendable {
    public var listener: String
    public var host: String
    public var port: UInt16

    public init(listener: String, host: String, port: UInt16) {
        self.listener = listener
        self.host = host
        self.port = port
    }
}
