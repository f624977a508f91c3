/// One setting: what it is called, what it may be, what it is when nobody says. The table of topics' settings is ``TopicConfigs``, that of nodes'
/// ``BrokerConfigs``; both carry Kafka 4.2's names.
public struct ConfigDefinition: Sendable {
    /// What Martlet does with a setting.
    public enum Effect: Sendable {
        /// Acted on.
        case honoured
        /// Kept and told, since Kafka's tools set it; it has no meaning here.
        case stored
    }

    /// When a node's setting may change.
    public enum Update: Sendable {
        /// While the node runs, by AlterConfigs.
        case dynamic
        /// Only in the file or on the command line, at the next start.
        case atStart
    }

    public var name: String
    public var kind: ConfigKind
    /// nil: not set unless somebody sets it.
    public var defaultValue: String?
    public var rule: ConfigRule
    public var effect: Effect
    public var update: Update
    /// Sentences for people.
    public var documentation: String

    public init(
        _ name: String, _ kind: ConfigKind, _ defaultValue: String?, _ rule: ConfigRule = .any, _ effect: Effect = .stored,
        _ update: Update = .dynamic, _ documentation: String
    ) {
        self.name = name
        self.kind = kind
        self.defaultValue = defaultValue
        self.rule = rule
        self.effect = effect
        self.update = update
        self.documentation = documentation
    }

    /// Never told to anybody.
    public var isSensitive: Bool { kind == .password }

    /// The value in its plain form, which all readers of settings understand.
    public func normalized(_ value: String) throws(ConfigProblem) -> String {
        let text = ConfigKind.trimmed(value)
        switch kind {
        case .boolean:
            guard ["true", "false"].contains(text.lowercased()) else { throw problem(value, "true or false") }
            return text.lowercased()
        case .short, .int, .long:
            guard let number = Int64(text), kind.range.contains(number) else {
                throw problem(value, rule.allowed ?? "\(kind.range.lowerBound) to \(kind.range.upperBound)")
            }
            guard rule.accepts(integer: number) else { throw problem(value, rule.allowed ?? "another number") }
            return String(number)
        case .double:
            guard let number = Double(text), number.isFinite, rule != .fraction || (0...1).contains(number) else {
                throw problem(value, rule.allowed ?? "a number")
            }
            return text
        case .list:
            let list = ConfigKind.list(text)
            guard rule.accepts(list: list) else { throw problem(value, rule.allowed ?? "a list") }
            return list.joined(separator: ",")
        case .string, .class:
            guard rule.accepts(text: text) else { throw problem(value, rule.allowed ?? "another value") }
            return text
        case .password: return value
        }
    }

    private func problem(_ value: String, _ allowed: String) -> ConfigProblem {
        ConfigProblem(message: "\(name)=\(isSensitive ? "[hidden]" : value) is not valid: allowed is \(allowed)")
    }
}

/// A setting that cannot be, and why, in words that name key, value and what is allowed.
public struct ConfigProblem: Error, Hashable, Sendable, CustomStringConvertible {
    public var message: String

    public init(message: String) { self.message = message }

    public var description: String { message }
}
