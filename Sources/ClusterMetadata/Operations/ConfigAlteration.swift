public import Environment

/// What has settings.
public enum ConfigResource: Hashable, Sendable {
    case topic(String)
    case node(NodeID)
    /// All nodes that do not say otherwise.
    case clusterDefaults
    /// A consumer group.
    case group(String)
}

/// Changes to the settings of one resource; all of them happen or none.
public struct ConfigAlteration: Sendable {
    public var resource: ConfigResource
    public var operations: [ConfigOperation]
    /// AlterConfigs: what is not named goes back to its default. IncrementalAlterConfigs: it stays (KIP-339).
    public var replacesAll: Bool

    public init(resource: ConfigResource, operations: [ConfigOperation], replacesAll: Bool) {
        self.resource = resource
        self.operations = operations
        self.replacesAll = replacesAll
    }
}

public struct ConfigOperation: Hashable, Sendable {
    /// Numbered as IncrementalAlterConfigs has them.
    public enum Verb: Int8, Sendable {
        case set = 0
        /// Back to the default.
        case delete
        /// Adds elements to a list, those that are there already once.
        case append
        /// Takes elements from a list.
        case subtract
    }

    public var name: String
    public var verb: Verb
    public var value: String?

    public init(name: String, verb: Verb, value: String?) {
        self.name = name
        self.verb = verb
        self.value = value
    }
}
