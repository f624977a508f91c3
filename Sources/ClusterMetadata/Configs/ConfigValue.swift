public import Environment

/// Where a setting's value comes from, numbered as DescribeConfigs tells it (KIP-226).
public enum ConfigSource: Int8, Sendable {
    case topic = 1
    case node, clusterDefault, `static`, `default`
    case nodeLogger, clientMetrics, group
}

/// A setting as it stands, and all that would stand in for it, in order of precedence.
public struct ConfigValue: Sendable {
    public struct Synonym: Hashable, Sendable {
        public var name: String
        public var value: String
        public var source: ConfigSource
    }

    public var definition: ConfigDefinition
    public var value: String?
    /// Where `value` comes from. A setting given in a coarser unit (hours for milliseconds) counts here, though no synonym names it.
    public var source: ConfigSource
    public var synonyms: [Synonym]
}

extension MetadataImage {
    /// All settings of a topic in order of name, as one node sees them. `own` are the topic's.
    public func describe(topicConfigs own: [String: String], node: NodeID, staticConfigs: [String: String]) -> [ConfigValue] {
        TopicConfigs.all.map { definition in
            let name = definition.config.name
            var synonyms: [ConfigValue.Synonym] = []
            if let value = own[name] { synonyms.append(ConfigValue.Synonym(name: name, value: value, source: .topic)) }
            var coarser: ConfigSource?
            if let broker = definition.brokerName {
                coarser =
                    definition.coarser.lazy.compactMap { self.source(ofBroker: $0.name, node: node, staticConfigs: staticConfigs) }.first
                synonyms += self.synonyms(ofBroker: broker, node: node, staticConfigs: staticConfigs)
            }
            return ConfigValue(
                definition: definition.config, value: own[name] ?? topicDefault(definition, node: node, staticConfigs: staticConfigs),
                source: synonyms.first?.source ?? coarser ?? .default, synonyms: synonyms)
        }
    }

    /// All settings of a node in order of name.
    public func describe(brokerConfigsOf node: NodeID, staticConfigs: [String: String]) -> [ConfigValue] {
        BrokerConfigs.all.map { definition in
            let synonyms = self.synonyms(ofBroker: definition.name, node: node, staticConfigs: staticConfigs)
            return ConfigValue(
                definition: definition, value: synonyms.first?.value, source: synonyms.first?.source ?? .default, synonyms: synonyms)
        }
    }

    /// All settings of a group in order of name. A group without any has the defaults.
    public func describe(groupConfigsOf group: String, node: NodeID, staticConfigs: [String: String]) -> [ConfigValue] {
        let own = groupConfigs[group] ?? [:]
        return GroupConfigs.all(in: self, node: node, staticConfigs: staticConfigs).map { definition in
            let name = definition.name
            var synonyms: [ConfigValue.Synonym] = []
            if let value = own[name] { synonyms.append(ConfigValue.Synonym(name: name, value: value, source: .group)) }
            if let value = definition.defaultValue { synonyms.append(ConfigValue.Synonym(name: name, value: value, source: .default)) }
            return ConfigValue(
                definition: definition, value: synonyms.first?.value, source: synonyms.first?.source ?? .default, synonyms: synonyms)
        }
    }

    /// What the cluster's default for all nodes sets, in order of name.
    public func describeClusterDefaults() -> [ConfigValue] {
        (brokerConfigs[Self.clusterDefaults] ?? [:]).sorted { $0.key < $1.key }.compactMap { name, value in
            BrokerConfigs.definition(name).map { definition in
                let synonym = ConfigValue.Synonym(name: name, value: value, source: .clusterDefault)
                return ConfigValue(definition: definition, value: value, source: .clusterDefault, synonyms: [synonym])
            }
        }
    }

    /// Where a node's setting was set; nil if nowhere.
    private func source(ofBroker name: String, node: NodeID, staticConfigs: [String: String]) -> ConfigSource? {
        if brokerConfigs[node]?[name] != nil { return .node }
        if brokerConfigs[Self.clusterDefaults]?[name] != nil { return .clusterDefault }
        return staticConfigs[name] == nil ? nil : .static
    }

    private func synonyms(ofBroker name: String, node: NodeID, staticConfigs: [String: String]) -> [ConfigValue.Synonym] {
        let levels: [(String?, ConfigSource)] = [
            (brokerConfigs[node]?[name], .node), (brokerConfigs[Self.clusterDefaults]?[name], .clusterDefault),
            (staticConfigs[name], .static), (BrokerConfigs.definition(name)?.defaultValue, .default),
        ]
        return levels.compactMap { value, source in value.map { ConfigValue.Synonym(name: name, value: $0, source: source) } }
    }
}
