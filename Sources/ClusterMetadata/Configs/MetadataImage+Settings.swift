public import Environment

extension MetadataImage {
    /// A topic's settings as one node sees them: its own, else the node's dynamic ones, else the cluster's, else the node's static ones, else
    /// Kafka's defaults.
    public func settings(of topic: TopicRecord, node: NodeID, staticConfigs: [String: String]) -> TopicSettings {
        let own = brokerConfigs[node] ?? [:]
        let cluster = brokerConfigs[Self.clusterDefaults] ?? [:]
        return TopicSettings { name in
            if let value = topic.configs[name] { return value }
            for synonym in TopicConfigSynonyms.brokerNames(of: name) {
                if let value = own[synonym] ?? cluster[synonym] ?? staticConfigs[synonym] { return value }
            }
            return nil
        }
    }
}
