public import Environment

extension MetadataImage {
    /// Decides on changes to settings, each resource by itself.
    ///
    /// - Parameter node: the node that decides, with its static settings: defaults that a list is appended to, and bounds of groups' settings,
    ///   come from there.
    /// - Returns: for each, in order, why it was refused; nil if it was not.
    public func alterConfigs(
        _ wanted: [ConfigAlteration], node: NodeID, staticConfigs: [String: String], limits: MetadataLimits, validateOnly: Bool = false
    ) -> MetadataDecision<[OperationError?]> {
        var after = self
        var commands: [MetadataCommand] = []
        let outcomes = wanted.map { alteration -> OperationError? in
            do throws(OperationError) {
                guard let command = try after.command(for: alteration, node, staticConfigs, limits) else { return nil }
                after.replay(command)
                commands.append(command)
                return nil
            } catch {
                return error
            }
        }
        return MetadataDecision(validateOnly ? [] : commands, outcomes)
    }

    /// - Returns: nil if nothing changes.
    private func command(
        for alteration: ConfigAlteration, _ node: NodeID, _ staticConfigs: [String: String], _ limits: MetadataLimits
    ) throws(OperationError) -> MetadataCommand? {
        let table = try table(of: alteration.resource, node, staticConfigs, limits)
        var configs = alteration.replacesAll ? [:] : table.current
        var seen: Set<String> = []
        for operation in alteration.operations {
            guard seen.insert(operation.name).inserted else { throw OperationError(.invalidRequest, "\(operation.name) is named twice") }
            let value = try table.value(after: operation, limits)
            // An older node may have left a setting that this one does not know: it may go.
            configs[operation.name] = value
        }
        if let problem = table.problemTogether(configs) { throw OperationError(.invalidConfig, problem.message) }
        let names = Set(configs.keys).union(table.current.keys).sorted()
        let changes = names.filter { configs[$0] != table.current[$0] }.map { ConfigChange(name: $0, value: configs[$0]) }
        return changes.isEmpty ? nil : table.command(changes)
    }

    private func table(
        of resource: ConfigResource, _ node: NodeID, _ staticConfigs: [String: String], _ limits: MetadataLimits
    ) throws(OperationError) -> ConfigTable {
        switch resource {
        case .topic(let name):
            guard !name.isEmpty else { throw OperationError(.invalidRequest, "topics have no settings in common: name one") }
            guard let topic = topics[name] else { throw OperationError(.unknownTopic, "there is no topic '\(name)'") }
            return ConfigTable(
                kind: "topic", current: topic.configs, definition: { TopicConfigs.definition($0)?.config },
                fallback: { name in
                    TopicConfigs.definition(name).flatMap { topicDefault($0, node: node, staticConfigs: staticConfigs) }
                }, problemTogether: TopicConfigs.problem(together:), command: { .setTopicConfigs(topic: topic.id, $0) })
        case .node(let target):
            guard nodes[target] != nil else { throw OperationError(.invalidRequest, "there is no node \(target)") }
            return brokerTable(target, node, staticConfigs)
        case .clusterDefaults:
            return brokerTable(Self.clusterDefaults, node, staticConfigs)
        case .group(let group):
            guard !group.isEmpty else { throw OperationError(.invalidRequest, "groups have no settings in common: name one") }
            guard groupConfigs[group] != nil || groupConfigs.count < limits.configuredGroupsMax else {
                throw OperationError(.limitExceeded, "\(limits.configuredGroupsMax) groups have settings of their own already; no more may")
            }
            return ConfigTable(
                kind: "group", current: groupConfigs[group] ?? [:],
                definition: { name in GroupConfigs.definition(name, in: self, node: node, staticConfigs: staticConfigs) },
                fallback: { _ in nil },
                problemTogether: GroupConfigs.problem(together:), command: { .setGroupConfigs(group: group, $0) })
        }
    }

    private func brokerTable(_ target: NodeID, _ node: NodeID, _ staticConfigs: [String: String]) -> ConfigTable {
        ConfigTable(
            kind: "node", current: brokerConfigs[target] ?? [:], definition: { BrokerConfigs.definition($0) },
            fallback: { name in brokerValue(name, node: node, staticConfigs: staticConfigs) }, problemTogether: { _ in nil },
            command: { .setBrokerConfigs(node: target, $0) })
    }
}

/// The settings that one kind of resource may have, and those that this one has.
private struct ConfigTable {
    let kind: String
    let current: [String: String]
    let definition: (String) -> ConfigDefinition?
    /// What a setting is when it is not set.
    let fallback: (String) -> String?
    let problemTogether: ([String: String]) -> ConfigProblem?
    let command: ([ConfigChange]) -> MetadataCommand

    /// - Returns: nil if the setting goes back to its default.
    func value(after operation: ConfigOperation, _ limits: MetadataLimits) throws(OperationError) -> String? {
        guard operation.verb != .delete else { return nil }
        guard let definition = definition(operation.name) else {
            throw OperationError(.invalidConfig, "\(operation.name) is no setting of a \(kind)")
        }
        guard definition.update == .dynamic else {
            throw OperationError(.invalidRequest, "\(operation.name) is set at the start of a node; it cannot change while the node runs")
        }
        guard let value = operation.value else { throw OperationError(.invalidRequest, "\(operation.name) has no value") }
        guard value.utf8.count <= limits.configValueBytesMax else {
            throw OperationError(
                .invalidConfig,
                "the value of \(operation.name) has \(value.utf8.count) bytes; allowed is at most \(limits.configValueBytesMax)")
        }
        guard operation.verb != .set else { return try normalized(definition, value) }
        guard definition.kind == .list else {
            throw OperationError(.invalidConfig, "\(operation.name) is no list: nothing can be appended to it or subtracted from it")
        }
        var list = ConfigKind.list(current[operation.name] ?? fallback(operation.name) ?? "")
        let elements = ConfigKind.list(value)
        if operation.verb == .append {
            for element in elements where !list.contains(element) { list.append(element) }
        } else {
            list.removeAll(where: elements.contains)
        }
        return try normalized(definition, list.joined(separator: ","))
    }

    private func normalized(_ definition: ConfigDefinition, _ value: String) throws(OperationError) -> String {
        try MetadataImage.valid { () throws(ConfigProblem) in try definition.normalized(value) }
    }
}
