public import Environment

/// The settings that a single group may have (KIP-848 and its successors), under Kafka 4.2's names. Their defaults and bounds are settings of nodes.
public enum GroupConfigs {
    private struct Entry: Sendable {
        var config: ConfigDefinition
        /// The nodes' settings with the default, the smallest and the largest value.
        var broker: (value: String, low: String, high: String)?
    }

    /// All of them in order of name, as one node sees them.
    public static func all(in image: MetadataImage, node: NodeID, staticConfigs: [String: String]) -> [ConfigDefinition] {
        entries.map { resolved($0, image, node, staticConfigs) }
    }

    public static func definition(
        _ name: String, in image: MetadataImage, node: NodeID, staticConfigs: [String: String]
    ) -> ConfigDefinition? {
        entries.first { $0.config.name == name }.map { resolved($0, image, node, staticConfigs) }
    }

    /// What is wrong with a group's settings taken together; nil if nothing is.
    public static func problem(together configs: [String: String]) -> ConfigProblem? {
        for kind in ["consumer", "share", "streams"] {
            guard let session = configs["\(kind).session.timeout.ms"].flatMap({ Int64($0) }),
                let heartbeat = configs["\(kind).heartbeat.interval.ms"].flatMap({ Int64($0) }), heartbeat >= session
            else { continue }
            return ConfigProblem(
                message:
                    "\(kind).heartbeat.interval.ms=\(heartbeat) is not valid: allowed is less than \(kind).session.timeout.ms, \(session)")
        }
        return nil
    }

    private static func resolved(
        _ entry: Entry, _ image: MetadataImage, _ node: NodeID, _ staticConfigs: [String: String]
    ) -> ConfigDefinition {
        guard let broker = entry.broker else { return entry.config }
        func number(_ name: String) -> Int64? { image.brokerValue(name, node: node, staticConfigs: staticConfigs).flatMap { Int64($0) } }
        var config = entry.config
        if let value = number(broker.value) { config.defaultValue = String(value) }
        if let low = number(broker.low), let high = number(broker.high), low <= high { config.rule = .within(low, high) }
        return config
    }

    private static let entries: [Entry] = [
        consumer("heartbeat.interval.ms", "5000", "How often members of this consumer group call."),
        consumer("session.timeout.ms", "45000", "How long a silent member stays in this consumer group."),
        stored("share.auto.offset.reset", .string, "latest", .any, "Where a new share group begins."),
        stored("share.heartbeat.interval.ms", .int, "5000", .within(5000, 15000), "How often members of this share group call."),
        stored(
            "share.isolation.level", .string, "read_uncommitted", .oneOf(["read_uncommitted", "read_committed"]),
            "Which records a share group gets."),
        stored("share.record.lock.duration.ms", .int, "30000", .within(15000, 60000), "How long a member may keep a record to itself."),
        stored("share.session.timeout.ms", .int, "45000", .within(45000, 60000), "How long a silent member stays in this share group."),
        stored("streams.heartbeat.interval.ms", .int, "5000", .within(5000, 15000), "How often members of this streams group call."),
        stored("streams.initial.rebalance.delay.ms", .int, "3000", .atLeast(0), "How long a new streams group waits for members."),
        stored("streams.num.standby.replicas", .int, "0", .within(0, 2), "Standby replicas of this streams group."),
        stored("streams.session.timeout.ms", .int, "45000", .within(45000, 60000), "How long a silent member stays in this streams group."),
    ]

    private static func consumer(_ name: String, _ value: String, _ documentation: String) -> Entry {
        Entry(
            config: ConfigDefinition("consumer.\(name)", .int, value, .atLeast(1), .honoured, .dynamic, documentation),
            broker: ("group.consumer.\(name)", "group.consumer.min.\(name)", "group.consumer.max.\(name)"))
    }

    private static func stored(
        _ name: String, _ kind: ConfigKind, _ value: String, _ rule: ConfigRule, _ documentation: String
    ) -> Entry {
        Entry(config: ConfigDefinition(name, kind, value, rule, .stored, .dynamic, documentation), broker: nil)
    }
}
