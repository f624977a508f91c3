public import Environment

extension MetadataImage {
    /// A node's setting: its own dynamic one, else the cluster's, else its static one, else Kafka's default. nil: not set and without default.
    public func brokerValue(_ name: String, node: NodeID, staticConfigs: [String: String]) -> String? {
        setBrokerValue(name, node: node, staticConfigs: staticConfigs) ?? BrokerConfigs.definition(name)?.defaultValue
    }

    /// A node's setting if somebody has set it.
    func setBrokerValue(_ name: String, node: NodeID, staticConfigs: [String: String]) -> String? {
        brokerConfigs[node]?[name] ?? brokerConfigs[Self.clusterDefaults]?[name] ?? staticConfigs[name]
    }

    /// What a topic's setting is when the topic does not say: the node's setting that stands in for it, in whatever unit it was set, else Kafka's
    /// default.
    public func topicDefault(_ topic: TopicConfigs.Definition, node: NodeID, staticConfigs: [String: String]) -> String? {
        guard let name = topic.brokerName else { return topic.config.defaultValue }
        if let value = setBrokerValue(name, node: node, staticConfigs: staticConfigs) { return value }
        for (name, unit) in topic.coarser {
            guard let text = setBrokerValue(name, node: node, staticConfigs: staticConfigs), let count = Int64(text) else { continue }
            // Any negative time means for ever.
            return count < 0 ? "-1" : String(count.multipliedReportingOverflow(by: unit).partialValue)
        }
        return topic.config.defaultValue
    }

    /// A topic's settings as one node sees them.
    public func settings(of topic: TopicRecord, node: NodeID, staticConfigs: [String: String]) -> TopicSettings {
        TopicSettings { name in
            if let value = topic.configs[name] { return value }
            guard let definition = TopicConfigs.definition(name) else { return nil }
            return topicDefault(definition, node: node, staticConfigs: staticConfigs)
        }
    }

    /// What a new topic gets that does not say.
    public func topicDefaults(node: NodeID, staticConfigs: [String: String]) -> TopicDefaults {
        func number<T: FixedWidthInteger>(_ name: String) -> T {
            brokerValue(name, node: node, staticConfigs: staticConfigs).flatMap { T($0) } ?? 1
        }
        return TopicDefaults(partitions: number("num.partitions"), replicationFactor: number("default.replication.factor"))
    }
}
