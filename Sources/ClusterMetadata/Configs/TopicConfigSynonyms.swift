/// The broker settings that a topic's settings fall back to, under Kafka's names.
public enum TopicConfigSynonyms {
    /// In order of precedence; empty if the topic's setting has none.
    public static func brokerNames(of topicConfig: String) -> [String] { names[topicConfig] ?? [] }

    private static let names: [String: [String]] = [
        "cleanup.policy": ["log.cleanup.policy"],
        "compression.type": ["compression.type"],
        "index.interval.bytes": ["log.index.interval.bytes"],
        "max.message.bytes": ["message.max.bytes"],
        "message.timestamp.after.max.ms": ["log.message.timestamp.after.max.ms"],
        "message.timestamp.before.max.ms": ["log.message.timestamp.before.max.ms"],
        "message.timestamp.type": ["log.message.timestamp.type"],
        "min.insync.replicas": ["min.insync.replicas"],
        "retention.bytes": ["log.retention.bytes"],
        "retention.ms": ["log.retention.ms"],
        "segment.bytes": ["log.segment.bytes"],
        "segment.ms": ["log.roll.ms"],
    ]
}
