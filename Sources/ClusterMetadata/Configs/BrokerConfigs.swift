/// The settings of a node: those of Kafka 4.2 that mean something here, and those that its tools ask for. Also what the static file may contain.
public enum BrokerConfigs {
    /// In order of name.
    public static let all: [ConfigDefinition] = (topicDefaults + coarser + own).sorted { $0.name < $1.name }

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    public static func definition(_ name: String) -> ConfigDefinition? { byName[name] }

    /// What is wrong with a value for a node's setting, in words that name key, value and what is allowed; nil if nothing is.
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
        guard let definition = byName[name] else { throw ConfigProblem(message: "\(name) is no setting of a node") }
        return try definition.normalized(value)
    }

    // MARK: - The table

    /// The nodes' settings that topics' settings fall back to.
    private static let topicDefaults: [ConfigDefinition] = TopicConfigs.all.compactMap { topic in
        guard let name = topic.brokerName else { return nil }
        var definition = topic.config
        definition.name = name
        // Not set, the setting in coarser units counts, whose default is the topic's.
        if !topic.coarser.isEmpty || name == "log.flush.interval.ms" { definition.defaultValue = nil }
        if topic.config.name == "cleanup.policy" { definition.documentation = "What happens to old records of topics that do not say." }
        return definition
    }

    private static let coarser: [ConfigDefinition] = [
        ConfigDefinition(
            "log.retention.hours", .int, "168", .any, .honoured, .atStart,
            "Hours after which a segment is removed; counts if neither log.retention.ms nor log.retention.minutes is set."),
        ConfigDefinition(
            "log.retention.minutes", .int, nil, .any, .honoured, .atStart,
            "Minutes after which a segment is removed; counts if log.retention.ms is not set."),
        ConfigDefinition(
            "log.roll.hours", .int, "168", .atLeast(1), .honoured, .atStart,
            "Hours after which a segment is closed; counts if log.roll.ms is not set."),
        ConfigDefinition(
            "log.roll.jitter.hours", .int, "0", .atLeast(0), .stored, .atStart,
            "The most that is taken from log.roll.hours by chance; counts if log.roll.jitter.ms is not set."),
    ]

    private static func start(
        _ name: String, _ kind: ConfigKind, _ value: String?, _ rule: ConfigRule, _ effect: ConfigDefinition.Effect,
        _ documentation: String
    ) -> ConfigDefinition {
        ConfigDefinition(name, kind, value, rule, effect, .atStart, documentation)
    }

    private static func live(
        _ name: String, _ kind: ConfigKind, _ value: String?, _ rule: ConfigRule, _ documentation: String
    ) -> ConfigDefinition {
        ConfigDefinition(name, kind, value, rule, .honoured, .dynamic, documentation)
    }

    private static let own: [ConfigDefinition] = [
        // Who and where.
        start("advertised.listeners", .list, nil, "Where clients are told to reach this node, NAME://HOST:PORT; by default its listeners."),
        start("broker.id", .int, "-1", "The older name of node.id."),
        start("broker.rack", .string, nil, "The rack or zone this node stands in; replicas spread over racks."),
        start(
            "listener.security.protocol.map", .list, "PLAINTEXT:PLAINTEXT,SSL:SSL,SASL_PLAINTEXT:SASL_PLAINTEXT,SASL_SSL:SASL_SSL",
            "What each listener speaks, NAME:PROTOCOL."),
        start("listeners", .list, "PLAINTEXT://:9092", .notEmpty, "Where clients connect, NAME://HOST:PORT."),
        start("log.dir", .string, nil, "Where this node keeps its data."),
        start("log.dirs", .list, nil, "Where this node keeps its data; one directory."),
        start("node.id", .int, "1", .atLeast(0), "The number of this node, unique in the cluster and never changed."),
        start("process.roles", .list, "broker,controller", .any, .stored, "Every Martlet node is both broker and controller."),

        // Topics.
        live("auto.create.topics.enable", .boolean, "true", "Whether a topic is made when a client asks for one that does not exist."),
        live("default.replication.factor", .int, "1", .within(1, 32767), "Replicas of a new topic that does not say."),
        start("delete.topic.enable", .boolean, "true", "Whether topics may be deleted."),
        live("num.partitions", .int, "1", .atLeast(1), "Partitions of a new topic that does not say."),

        // Connections and requests.
        start("connections.max.idle.ms", .long, "600000", "A connection without any request for this long is closed."),
        start("fetch.max.bytes", .int, "57671680", .atLeast(1024), "Bytes of records in the largest fetch answer."),
        start("max.connections", .int, "2147483647", .atLeast(0), "Connections of this node; at the limit new ones are closed."),
        start("max.connections.per.ip", .int, "2147483647", .atLeast(0), "Connections from one address."),
        start("max.incremental.fetch.session.cache.slots", .int, "1000", .atLeast(0), "Incremental fetch sessions kept."),
        start(
            "socket.request.max.bytes", .int, "104857600", .atLeast(1), "Bytes of the largest request; a larger one closes its connection."),

        // Logs.
        start(
            "log.cleaner.backoff.ms", .long, "15000", .atLeast(0), .stored,
            "How long Kafka's cleaner sleeps when there is nothing to compact."),
        start("log.cleaner.enable", .boolean, "true", .any, .stored, "Whether Kafka's cleaner runs."),
        start(
            "log.retention.check.interval.ms", .long, "300000", .atLeast(1), .stored,
            "How often Kafka looks for segments to remove. Here they are looked for every ten seconds."),
        live("producer.id.expiration.ms", .int, "86400000", .atLeast(1), "How long an idle producer's sequence numbers are remembered."),
        start("replica.lag.time.max.ms", .long, "30000", "A replica that has not caught up for this long is not in sync."),

        // Groups and offsets.
        start(
            "group.consumer.assignors", .list, "uniform,range",
            "Server-side assignors of consumer groups (KIP-848); the first is the default."),
        start("group.consumer.heartbeat.interval.ms", .int, "5000", .atLeast(1), "How often members of a consumer group (KIP-848) call."),
        start("group.consumer.max.heartbeat.interval.ms", .int, "15000", .atLeast(1), "The longest that a group may ask for."),
        start("group.consumer.max.session.timeout.ms", .int, "60000", .atLeast(1), "The longest that a group may ask for."),
        start("group.consumer.max.size", .int, "2147483647", .atLeast(1), "Members of one consumer group (KIP-848)."),
        start("group.consumer.min.heartbeat.interval.ms", .int, "5000", .atLeast(1), "The shortest that a group may ask for."),
        start("group.consumer.min.session.timeout.ms", .int, "45000", .atLeast(1), "The shortest that a group may ask for."),
        start("group.consumer.session.timeout.ms", .int, "45000", .atLeast(1), "How long a silent member stays in its group (KIP-848)."),
        start(
            "group.coordinator.rebalance.protocols", .list, "classic,consumer,streams",
            .listOf(["classic", "consumer", "streams", "share"]), "Kinds of groups that are served."),
        start(
            "group.initial.rebalance.delay.ms", .int, "3000", .atLeast(0), "How long the first member of an empty group waits for others."),
        start("group.max.session.timeout.ms", .int, "1800000", "The longest session timeout that a member may ask for."),
        start("group.max.size", .int, "2147483647", .atLeast(1), "Members of one classic group."),
        start("group.min.session.timeout.ms", .int, "6000", "The shortest session timeout that a member may ask for."),
        start("offset.metadata.max.bytes", .int, "4096", "Characters of the text beside a committed offset."),
        start("offsets.retention.check.interval.ms", .long, "600000", .atLeast(1), "How often expired offsets are looked for."),
        start("offsets.retention.minutes", .int, "10080", .atLeast(1), "How long the offsets of an empty group are kept."),
        start(
            "offsets.topic.num.partitions", .int, "50", .atLeast(1), .stored,
            "Kafka's count of coordinator partitions. Here coordinators are Raft groups of their own."),
        start("offsets.topic.replication.factor", .short, "3", .atLeast(1), .stored, "Kafka's replicas of a coordinator partition."),

        // Transactions.
        start("transaction.max.timeout.ms", .int, "900000", .atLeast(1), "The longest timeout that a transaction may ask for."),
        start("transactional.id.expiration.ms", .int, "604800000", .atLeast(1), "How long an idle transactional id is remembered."),
        start(
            "transaction.state.log.replication.factor", .short, "3", .atLeast(1), .stored,
            "Kafka's replicas of a transaction coordinator partition."),
    ]

    private static func start(
        _ name: String, _ kind: ConfigKind, _ value: String?, _ documentation: String
    ) -> ConfigDefinition {
        start(name, kind, value, .any, .honoured, documentation)
    }

    private static func start(
        _ name: String, _ kind: ConfigKind, _ value: String?, _ rule: ConfigRule, _ documentation: String
    ) -> ConfigDefinition {
        start(name, kind, value, rule, .honoured, documentation)
    }

    private static func live(_ name: String, _ kind: ConfigKind, _ value: String?, _ documentation: String) -> ConfigDefinition {
        live(name, kind, value, .any, documentation)
    }
}
