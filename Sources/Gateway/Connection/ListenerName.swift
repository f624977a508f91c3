/// The name of a listener in the node's configuration, as Kafka's `listeners` and `advertised.listeners` pair them.
public struct ListenerName: Hashable, Sendable, CustomStringConvertible {
    public var rawValue: String

    public init(_ rawValue: String) { self.rawValue = rawValue }

    public var description: String { rawValue }
}
