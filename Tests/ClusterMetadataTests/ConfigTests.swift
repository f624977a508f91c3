import Environment
import KafkaProtocol
import Testing

@testable import ClusterMetadata

struct ConfigTests {
    @Test("every default is valid by its own rule, and every setting is explained")
    func defaults() throws {
        let image = MetadataImage()
        let all =
            TopicConfigs.all.map(\.config) + BrokerConfigs.all + GroupConfigs.all(in: image, node: NodeID(1), staticConfigs: [:])
        for definition in all {
            #expect(!definition.documentation.isEmpty)
            guard let value = definition.defaultValue else { continue }
            #expect(try definition.normalized(value) == value, "\(definition.name)")
        }
        #expect(TopicConfigs.all.count == 33)
        #expect(TopicConfigs.all.allSatisfy { topic in topic.brokerName.map { BrokerConfigs.definition($0) != nil } ?? true })
    }

    @Test(
        "values of the wrong kind or beyond the bounds are refused in words that name them",
        arguments: [
            ("retention.ms", "abc"), ("retention.ms", ""), ("retention.ms", "-2"), ("retention.ms", "9223372036854775808"),
            ("segment.bytes", "1048575"), ("segment.bytes", "2147483648"), ("cleanup.policy", "nonsense"), ("cleanup.policy", "delete,x"),
            ("compression.type", "GZIP"), ("compression.gzip.level", "0"), ("compression.lz4.level", "18"), ("preallocate", "yes"),
            ("min.cleanable.dirty.ratio", "1.5"), ("min.cleanable.dirty.ratio", "nan"), ("min.insync.replicas", "0"),
            ("leader.replication.throttled.replicas", "1:x"), ("leader.replication.throttled.replicas", "*,1:1"),
            ("message.timestamp.type", "createtime"),
        ])
    func refused(name: String, value: String) throws {
        let problem = try #require(TopicConfigs.validate(key: name, value: value))
        #expect(problem.message.contains(name))
        #expect(problem.message.contains("allowed is"))
    }

    @Test(
        "values are kept in one plain form",
        arguments: [
            ("retention.ms", " 5 ", "5"), ("retention.ms", "+5", "5"), ("retention.ms", "-1", "-1"), ("preallocate", "TRUE", "true"),
            ("cleanup.policy", " compact , delete ", "compact,delete"), ("cleanup.policy", "", ""),
            ("compression.gzip.level", "-1", "-1"), ("min.cleanable.dirty.ratio", "0.25", "0.25"),
            ("leader.replication.throttled.replicas", "0:1, 1:2", "0:1,1:2"), ("leader.replication.throttled.replicas", "*", "*"),
        ])
    func plain(name: String, value: String, expected: String) throws {
        #expect(try TopicConfigs.normalized(name, value) == expected)
    }

    @Test("a node's own setting counts before the cluster's, that before the file's, that before the default")
    func precedence() {
        var image = MetadataImage()
        let statics = ["num.partitions": "2"]
        func value() -> String? { image.brokerValue("num.partitions", node: NodeID(1), staticConfigs: statics) }
        #expect(image.brokerValue("num.partitions", node: NodeID(1), staticConfigs: [:]) == "1")
        #expect(value() == "2")
        image.replay(.setBrokerConfigs(node: MetadataImage.clusterDefaults, [ConfigChange(name: "num.partitions", value: "3")]))
        #expect(value() == "3")
        image.replay(.setBrokerConfigs(node: NodeID(1), [ConfigChange(name: "num.partitions", value: "4")]))
        #expect(value() == "4")
        #expect(image.brokerValue("num.partitions", node: NodeID(2), staticConfigs: statics) == "3")
        image.replay(.setBrokerConfigs(node: NodeID(1), [ConfigChange(name: "num.partitions", value: nil)]))
        #expect(value() == "3")
    }

    @Test("retention may be given in hours and minutes; the finer unit counts")
    func coarserUnits() throws {
        let image = MetadataImage()
        let retention = try #require(TopicConfigs.definition("retention.ms"))
        func value(_ statics: [String: String]) -> String? {
            image.topicDefault(retention, node: NodeID(1), staticConfigs: statics)
        }
        #expect(value([:]) == "604800000")
        #expect(value(["log.retention.hours": "2"]) == "7200000")
        #expect(value(["log.retention.hours": "2", "log.retention.minutes": "1"]) == "60000")
        #expect(value(["log.retention.hours": "2", "log.retention.ms": "5"]) == "5")
        #expect(value(["log.retention.hours": "-1"]) == "-1")
    }

    @Test("what a topic resolves to is what its log is told")
    func resolved() {
        var image = MetadataImage()
        let topic = TopicRecord(
            name: "a", id: KafkaUUID(high: 1, low: 2), partitions: [],
            configs: ["cleanup.policy": "compact,delete", "retention.ms": "-1", "max.message.bytes": "10"])
        image.replay(.createTopic(topic))
        let settings = image.settings(of: topic, node: NodeID(1), staticConfigs: ["log.segment.bytes": "2000000"])
        #expect(settings.cleanup == .compactAndDelete)
        #expect(settings.retentionMilliseconds == nil)
        #expect(settings.messageBytesMax == 10)
        #expect(settings.segmentBytes == 2_000_000)
    }

    // MARK: - Altering

    private static func imageWithTopic(_ configs: [String: String] = [:]) -> MetadataImage {
        var image = MetadataImage()
        image.replay(.registerNode(NodeRecord(id: NodeID(1), directory: 1, rack: nil, endpoints: [])))
        image.replay(.createTopic(TopicRecord(name: "a", id: KafkaUUID(high: 1, low: 2), partitions: [], configs: configs)))
        return image
    }

    private func alter(
        _ image: inout MetadataImage, of resource: ConfigResource = .topic("a"), replacesAll: Bool = false, validateOnly: Bool = false,
        _ operations: ConfigOperation...
    ) -> OperationError.Kind? {
        let alteration = ConfigAlteration(resource: resource, operations: operations, replacesAll: replacesAll)
        let decision = image.alterConfigs(
            [alteration], node: NodeID(1), staticConfigs: [:], limits: MetadataLimits(), validateOnly: validateOnly)
        for command in decision.commands { image.replay(command) }
        return decision.value[0]?.kind
    }

    private func set(_ name: String, _ value: String?) -> ConfigOperation { ConfigOperation(name: name, verb: .set, value: value) }

    @Test("incremental changes leave the rest; full ones do not")
    func replacing() {
        var image = Self.imageWithTopic(["retention.ms": "5"])
        #expect(alter(&image, set("segment.ms", "7")) == nil)
        #expect(image.topics["a"]?.configs == ["retention.ms": "5", "segment.ms": "7"])
        #expect(alter(&image, replacesAll: true, set("segment.ms", "8")) == nil)
        #expect(image.topics["a"]?.configs == ["segment.ms": "8"])
        #expect(alter(&image, replacesAll: true) == nil)
        #expect(image.topics["a"]?.configs == [:])
    }

    @Test("lists grow and shrink by elements, from the default if they were not set")
    func lists() {
        var image = Self.imageWithTopic()
        #expect(alter(&image, ConfigOperation(name: "cleanup.policy", verb: .append, value: "compact")) == nil)
        #expect(image.topics["a"]?.configs == ["cleanup.policy": "delete,compact"])
        #expect(alter(&image, ConfigOperation(name: "cleanup.policy", verb: .append, value: "compact")) == nil)
        #expect(alter(&image, ConfigOperation(name: "cleanup.policy", verb: .subtract, value: "delete")) == nil)
        #expect(image.topics["a"]?.configs == ["cleanup.policy": "compact"])
        #expect(alter(&image, ConfigOperation(name: "cleanup.policy", verb: .append, value: "x")) == .invalidConfig)
        #expect(alter(&image, ConfigOperation(name: "retention.ms", verb: .append, value: "1")) == .invalidConfig)
        #expect(alter(&image, ConfigOperation(name: "cleanup.policy", verb: .delete, value: nil)) == nil)
        #expect(image.topics["a"]?.configs == [:])
    }

    @Test("a refused change, a mere validation and one that changes nothing leave no command")
    func noCommands() {
        var image = Self.imageWithTopic(["retention.ms": "5"])
        let before = image.version
        #expect(alter(&image, set("segment.ms", "7"), set("no.such", "1")) == .invalidConfig)
        #expect(alter(&image, set("segment.ms", "7"), set("segment.ms", "8")) == .invalidRequest)
        #expect(alter(&image, set("segment.ms", nil)) == .invalidRequest)
        #expect(alter(&image, of: .topic("b"), set("segment.ms", "7")) == .unknownTopic)
        #expect(alter(&image, of: .topic(""), set("segment.ms", "7")) == .invalidRequest)
        #expect(alter(&image, of: .node(NodeID(9)), set("num.partitions", "7")) == .invalidRequest)
        #expect(alter(&image, of: .node(NodeID(1)), set("node.id", "7")) == .invalidRequest)
        #expect(alter(&image, set("min.compaction.lag.ms", "9"), set("max.compaction.lag.ms", "8")) == .invalidConfig)
        #expect(
            alter(&image, set("leader.replication.throttled.replicas", String(repeating: "1:1,", count: 20000) + "1:1")) == .invalidConfig)
        #expect(alter(&image, validateOnly: true, set("segment.ms", "7")) == nil)
        #expect(alter(&image, set("retention.ms", " 5 ")) == nil)
        #expect(alter(&image, ConfigOperation(name: "no.such", verb: .delete, value: nil)) == nil)
        #expect(image.version == before)
    }

    @Test("a group's settings keep within the nodes' bounds")
    func groups() {
        var image = Self.imageWithTopic()
        #expect(alter(&image, of: .group("g"), set("consumer.session.timeout.ms", "50000")) == nil)
        #expect(image.groupConfigs["g"] == ["consumer.session.timeout.ms": "50000"])
        #expect(alter(&image, of: .group("g"), set("consumer.session.timeout.ms", "1")) == .invalidConfig)
        #expect(alter(&image, of: .group("g"), set("retention.ms", "1")) == .invalidConfig)
        #expect(alter(&image, of: .group(""), set("consumer.session.timeout.ms", "50000")) == .invalidRequest)
        #expect(alter(&image, of: .group("g"), ConfigOperation(name: "consumer.session.timeout.ms", verb: .delete, value: nil)) == nil)
        #expect(image.groupConfigs.isEmpty)
    }

    @Test("what is described names every source in order of precedence")
    func synonyms() throws {
        var image = Self.imageWithTopic(["segment.bytes": "3000000"])
        image.replay(.setBrokerConfigs(node: NodeID(1), [ConfigChange(name: "log.segment.bytes", value: "2000000")]))
        let described = image.describe(
            topicConfigs: image.topics["a"]?.configs ?? [:], node: NodeID(1), staticConfigs: ["log.segment.bytes": "1500000"])
        let segment = try #require(described.first { $0.definition.name == "segment.bytes" })
        #expect(segment.source == .topic)
        #expect(segment.synonyms.map(\.source) == [.topic, .node, .static, .default])
        #expect(segment.synonyms.map(\.value) == ["3000000", "2000000", "1500000", "1073741824"])
        let retention = image.describe(topicConfigs: [:], node: NodeID(1), staticConfigs: ["log.retention.hours": "2"])
            .first { $0.definition.name == "retention.ms" }
        #expect(retention?.source == .static)
        #expect(retention?.value == "7200000")
        #expect(retention?.synonyms.isEmpty == true)
        #expect(described.map(\.definition.name) == described.map(\.definition.name).sorted())
    }
}
