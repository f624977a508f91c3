/// Every setting that a topic of Kafka 4.2 has.
public enum TopicConfigs {
    /// A topic's setting, and where its default comes from.
    public struct Definition: Sendable {
        public var config: ConfigDefinition
        /// The nodes' setting that stands in when the topic has none; nil: only the default does.
        public var brokerName: String?
        /// Older nodes' settings in other units, which count when `brokerName` is not set: name and milliseconds of a unit.
        public var coarser: [(name: String, unit: Int64)] = []
    }

    /// In order of name.
    public static let all: [Definition] = definitions.sorted { $0.config.name < $1.config.name }

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.config.name, $0) })

    public static func definition(_ name: String) -> Definition? { byName[name] }

    /// What is wrong with a value for a topic's setting; nil if nothing is.
    public static func validate(key: String, value: String) -> ConfigProblem? {
        do throws(ConfigProblem) {
            _ = try normalized(key, value)
            return nil
        } catch {
            return error
        }
    }

    /// The value in its plain form.
    public static func normalized(_ name: String, _ value: String) throws(ConfigProblem) -> String {
        guard let definition = byName[name] else { throw ConfigProblem(message: "\(name) is no setting of a topic") }
        return try definition.config.normalized(value)
    }

    /// What is wrong with a topic's settings taken together; nil if nothing is. Each alone is valid.
    public static func problem(together configs: [String: String]) -> ConfigProblem? {
        func number(_ name: String) -> Int64? { configs[name].flatMap { Int64($0) } }
        if configs["remote.storage.enable"] == "true" {
            return ConfigProblem(message: "remote.storage.enable=true is not valid: this cluster has no tiered storage; allowed is false")
        }
        if let low = number("min.compaction.lag.ms"), let high = number("max.compaction.lag.ms"), low > high {
            return ConfigProblem(message: "min.compaction.lag.ms=\(low) is not valid: allowed is at most max.compaction.lag.ms, \(high)")
        }
        return nil
    }

    private static func topic(
        _ name: String, _ kind: ConfigKind, _ value: String, _ rule: ConfigRule = .any, _ effect: ConfigDefinition.Effect = .stored,
        broker: String?, coarser: [(name: String, unit: Int64)] = [], _ documentation: String
    ) -> Definition {
        Definition(
            config: ConfigDefinition(name, kind, value, rule, effect, .dynamic, documentation), brokerName: broker, coarser: coarser)
    }

    private static let hour: Int64 = 3_600_000
    private static let longest = "9223372036854775807"

    private static let definitions: [Definition] = [
        topic(
            "cleanup.policy", .list, "delete", .listOf(["compact", "delete"]), .honoured, broker: "log.cleanup.policy",
            "What happens to old records: delete removes segments beyond retention. compact is kept as a setting; such a topic keeps everything."
        ),
        topic(
            "compression.gzip.level", .int, "-1", .either(-1, orWithin: 1, 9), .honoured, broker: "compression.gzip.level",
            "Level of gzip when compression.type is gzip; -1 is the codec's own choice."),
        topic(
            "compression.lz4.level", .int, "9", .within(1, 17), .honoured, broker: "compression.lz4.level",
            "Level of lz4 when compression.type is lz4."),
        topic(
            "compression.type", .string, "producer", .oneOf(["uncompressed", "zstd", "lz4", "snappy", "gzip", "producer"]), .honoured,
            broker: "compression.type", "How record batches are compressed on disk; producer keeps what the producer chose."),
        topic(
            "compression.zstd.level", .int, "3", .within(-131_072, 22), .honoured, broker: "compression.zstd.level",
            "Level of zstd when compression.type is zstd."),
        topic(
            "delete.retention.ms", .long, "86400000", .atLeast(0), broker: "log.cleaner.delete.retention.ms",
            "How long compaction keeps the mark of a deleted key."),
        topic(
            "file.delete.delay.ms", .long, "60000", .atLeast(0), broker: "log.segment.delete.delay.ms",
            "How long a removed segment's file stays."),
        topic(
            "flush.messages", .long, longest, .atLeast(1), broker: "log.flush.interval.messages",
            "Records after which a sync is forced. Here every acknowledged record has been synced already."),
        topic(
            "flush.ms", .long, longest, .atLeast(0), broker: "log.flush.interval.ms",
            "Time after which a sync is forced. Here every acknowledged record has been synced already."),
        topic(
            "follower.replication.throttled.replicas", .list, "", .throttledReplicas, broker: nil,
            "Replicas whose catching up is throttled, at the follower."),
        topic(
            "index.interval.bytes", .int, "4096", .atLeast(0), .honoured, broker: "log.index.interval.bytes",
            "Bytes of records between two entries of a segment's offset index."),
        topic(
            "leader.replication.throttled.replicas", .list, "", .throttledReplicas, broker: nil,
            "Replicas whose catching up is throttled, at the leader."),
        topic(
            "local.retention.bytes", .long, "-2", .atLeast(-2), broker: "log.local.retention.bytes",
            "Bytes of a partition kept on the node when there is tiered storage; -2: retention.bytes."),
        topic(
            "local.retention.ms", .long, "-2", .atLeast(-2), broker: "log.local.retention.ms",
            "Time that a segment is kept on the node when there is tiered storage; -2: retention.ms."),
        topic(
            "max.compaction.lag.ms", .long, longest, .atLeast(1), broker: "log.cleaner.max.compaction.lag.ms",
            "The longest that a record may wait for compaction."),
        topic(
            "max.message.bytes", .int, "1048588", .atLeast(0), .honoured, broker: "message.max.bytes",
            "Bytes of the largest record batch that may be produced."),
        topic(
            "message.timestamp.after.max.ms", .long, "3600000", .atLeast(0), .honoured, broker: "log.message.timestamp.after.max.ms",
            "How far a record's timestamp may lie ahead of the node's clock."),
        topic(
            "message.timestamp.before.max.ms", .long, longest, .atLeast(0), .honoured, broker: "log.message.timestamp.before.max.ms",
            "How far a record's timestamp may lie behind the node's clock."),
        topic(
            "message.timestamp.type", .string, "CreateTime", .oneOf(["CreateTime", "LogAppendTime"]), .honoured,
            broker: "log.message.timestamp.type", "Whether a record carries the producer's time or that of its append."),
        topic(
            "min.cleanable.dirty.ratio", .double, "0.5", .fraction, broker: "log.cleaner.min.cleanable.ratio",
            "The part of a log that must be uncompacted before it is compacted again."),
        topic(
            "min.compaction.lag.ms", .long, "0", .atLeast(0), broker: "log.cleaner.min.compaction.lag.ms",
            "The shortest time that a record stays uncompacted."),
        topic(
            "min.insync.replicas", .int, "1", .atLeast(1), .honoured, broker: "min.insync.replicas",
            "Replicas that must have a record before it is acknowledged; never fewer than the majority."),
        topic("preallocate", .boolean, "false", broker: "log.preallocate", "Whether a new segment's file is given its size at once."),
        topic(
            "remote.log.copy.disable", .boolean, "false", broker: nil, "Whether tiered storage takes no more segments of this topic."),
        topic(
            "remote.log.delete.on.disable", .boolean, "false", broker: nil,
            "Whether what tiered storage holds is deleted when it is switched off for this topic."),
        topic(
            "remote.storage.enable", .boolean, "false", broker: nil, "Whether this topic uses tiered storage, which Martlet does not have."),
        topic(
            "retention.bytes", .long, "-1", .atLeast(-1), .honoured, broker: "log.retention.bytes",
            "Bytes of a partition beyond which the oldest segments are removed; -1: no limit."),
        topic(
            "retention.ms", .long, "604800000", .atLeast(-1), .honoured, broker: "log.retention.ms",
            coarser: [("log.retention.minutes", 60000), ("log.retention.hours", hour)],
            "Time after which a segment is removed, counted from its newest record; -1: never."),
        topic(
            "segment.bytes", .int, "1073741824", .atLeast(1 << 20), .honoured, broker: "log.segment.bytes",
            "Bytes of a segment file. Retention removes whole segments."),
        topic(
            "segment.index.bytes", .int, "10485760", .atLeast(4), broker: "log.index.size.max.bytes",
            "Bytes of the largest offset index of a segment. Here indexes grow as needed."),
        topic(
            "segment.jitter.ms", .long, "0", .atLeast(0), broker: "log.roll.jitter.ms", coarser: [("log.roll.jitter.hours", hour)],
            "The most that is taken from segment.ms by chance."),
        topic(
            "segment.ms", .long, "604800000", .atLeast(1), .honoured, broker: "log.roll.ms", coarser: [("log.roll.hours", hour)],
            "Time after which a segment is closed even if it is not full."),
        topic(
            "unclean.leader.election.enable", .boolean, "false", broker: "unclean.leader.election.enable",
            "Whether a replica that lacks records may lead. Here never: Raft elects only complete ones."),
    ]
}
