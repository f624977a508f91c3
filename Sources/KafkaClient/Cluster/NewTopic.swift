/// A topic to be made.
public struct NewTopic: Hashable, Sendable {
    public var name: String
    /// Nil: the cluster's `num.partitions`.
    public var partitions: Int32?
    /// Nil: the cluster's `default.replication.factor`.
    public var replicationFactor: Int16?
    /// In the order given.
    public var configs: [ConfigChange]

    public init(name: String, partitions: Int32? = nil, replicationFactor: Int16? = nil, configs: [ConfigChange] = []) {
        self.name = name
        self.partitions = partitions
        self.replicationFactor = replicationFactor
        self.configs = configs
    }
}

/// A setting and what it shall be; nil: its default.
public struct ConfigChange: Hashable, Sendable {
    public var key: String
    public var value: String?

    public init(key: String, value: String?) {
        self.key = key
        self.value = value
    }
}
