import ClusterMetadata
import Environment
import KafkaProtocol

/// Operations drawn by chance, as clients would ask for them: valid, doubtful and wrong ones.
struct RandomLife {
    var random: SeededRandom
    var image = MetadataImage()
    var limits = MetadataLimits()
    let statics = ["num.partitions": "3"]

    init(seed: UInt64) {
        random = SeededRandom(seed: seed)
        limits.partitionsMax = 200
        limits.partitionsPerRequestMax = 30
        limits.configuredGroupsMax = 4
    }

    /// The commands that the next operation came to; they are not replayed.
    mutating func next() -> [MetadataCommand] {
        switch Int.random(in: 0..<12, using: &random) {
        case 0: return [.registerNode(node())]
        case 1: return [.formCluster(id: .random(using: &random))]
        case 2: return [.allocateProducerIDs(node: NodeID(1), next: image.nextProducerID + 1000)]
        case 3, 4: return image.deleteTopics([.name(name()), .id(anyTopicID())]).commands
        case 5:
            let increase = PartitionIncrease(topic: name(), count: Int32.random(in: -1...12, using: &random), assignments: nil)
            return image.createPartitions([increase], limits: limits).commands
        case 6, 7:
            return image.alterConfigs([alteration(), alteration()], node: NodeID(1), staticConfigs: statics, limits: limits).commands
        default:
            let wanted = (0..<Int.random(in: 1...3, using: &random)).map { _ in topic() }
            let defaults = image.topicDefaults(node: NodeID(1), staticConfigs: statics)
            return image.createTopics(wanted, defaults: defaults, limits: limits).commands
        }
    }

    /// Few names, so that they meet; some collide in `.` and `_`.
    private mutating func name() -> String { ["a", "b.c", "b_c", "d", "e-1", "..", "", "x y"].randomElement(using: &random) ?? "a" }

    private mutating func anyTopicID() -> KafkaUUID { image.topicNames.keys.sorted().randomElement(using: &random) ?? .zero }

    private mutating func node() -> NodeRecord {
        let endpoints = [Endpoint(listener: "PLAINTEXT", host: "h", port: UInt16.random(in: 1...9, using: &random))]
        return NodeRecord(
            id: NodeID(Int32.random(in: 1...5, using: &random)), directory: random.next(), rack: random.chance(0.5) ? "r1" : nil,
            endpoints: endpoints)
    }

    private mutating func topic() -> NewTopic {
        NewTopic(
            name: name(), id: .random(using: &random), partitions: Int32.random(in: -2...7, using: &random),
            replicationFactor: Int16.random(in: -1...4, using: &random),
            configs: random.chance(0.3) ? [ConfigChange(name: "retention.ms", value: "\(Int64.random(in: -2...9, using: &random))")] : [])
    }

    private mutating func alteration() -> ConfigAlteration {
        let resources: [ConfigResource] = [
            .topic(name()), .node(NodeID(Int32.random(in: 1...6, using: &random))), .clusterDefaults,
            .group("g\(Int.random(in: 0..<6, using: &random))"),
        ]
        let names = ["cleanup.policy", "retention.ms", "log.retention.ms", "num.partitions", "consumer.session.timeout.ms", "no.such"]
        let verbs: [ConfigOperation.Verb] = [.set, .delete, .append, .subtract]
        let operations = (0..<Int.random(in: 0...3, using: &random)).map { _ in
            ConfigOperation(
                name: names.randomElement(using: &random) ?? "", verb: verbs.randomElement(using: &random) ?? .set,
                value: ["1", "compact", "delete", "50000", nil].randomElement(using: &random) ?? nil)
        }
        return ConfigAlteration(
            resource: resources.randomElement(using: &random) ?? .clusterDefaults, operations: operations, replacesAll: random.chance(0.3))
    }
}
