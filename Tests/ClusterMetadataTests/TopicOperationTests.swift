import ClusterMetadata
import Environment
import KafkaProtocol
import Testing

struct TopicOperationTests {
    private static func image(nodes: Int32, racks: [String?] = []) -> MetadataImage {
        var image = MetadataImage()
        for id in 1...nodes {
            let rack = racks.isEmpty ? nil : racks[Int(id - 1) % racks.count]
            image.replay(.registerNode(NodeRecord(id: NodeID(id), directory: UInt64(id), rack: rack, endpoints: [])))
        }
        return image
    }

    private static func topic(_ name: String, _ partitions: Int32 = 1, _ factor: Int16 = 1, _ configs: [ConfigChange] = []) -> NewTopic {
        var random = SeededRandom(seed: UInt64(name.utf8.reduce(7) { $0 &* 31 &+ Int($1) }.magnitude))
        return NewTopic(name: name, id: .random(using: &random), partitions: partitions, replicationFactor: factor, configs: configs)
    }

    private let defaults = TopicDefaults(partitions: 2, replicationFactor: 1)

    private func outcome(_ topic: NewTopic, in image: MetadataImage) -> Result<TopicRecord, OperationError> {
        image.createTopics([topic], defaults: defaults, limits: MetadataLimits()).value[0]
    }

    private func kind(_ topic: NewTopic, in image: MetadataImage = image(nodes: 1)) -> OperationError.Kind? {
        if case .failure(let error) = outcome(topic, in: image) { error.kind } else { nil }
    }

    @Test("a topic that cannot be is refused for what is wrong with it")
    func refusals() {
        #expect(kind(Self.topic("")) == .invalidTopicName)
        #expect(kind(Self.topic("..")) == .invalidTopicName)
        #expect(kind(Self.topic("a b")) == .invalidTopicName)
        #expect(kind(Self.topic(String(repeating: "x", count: 250))) == .invalidTopicName)
        #expect(kind(Self.topic("__consumer_offsets")) == .invalidTopicName)
        #expect(kind(Self.topic("a", 0)) == .invalidPartitions)
        #expect(kind(Self.topic("a", -2)) == .invalidPartitions)
        #expect(kind(Self.topic("a", .max)) == .limitExceeded)
        #expect(kind(Self.topic("a", 1, 0)) == .invalidReplicationFactor)
        #expect(kind(Self.topic("a", 1, 2)) == .invalidReplicationFactor)
        #expect(kind(Self.topic("a", 1, 1, [ConfigChange(name: "no.such", value: "1")])) == .invalidConfig)
        #expect(kind(Self.topic("a", 1, 1, [ConfigChange(name: "retention.ms", value: nil)])) == .invalidConfig)
        let twice = [ConfigChange(name: "retention.ms", value: "1"), ConfigChange(name: "retention.ms", value: "2")]
        #expect(kind(Self.topic("a", 1, 1, twice)) == .invalidRequest)
    }

    @Test("manual assignments name existing nodes once each, and partitions without gaps")
    func assignments() {
        let image = Self.image(nodes: 2)
        func kind(_ assignments: [ManualAssignment], factor: Int16 = -1) -> OperationError.Kind? {
            var topic = Self.topic("a", -1, factor)
            topic.assignments = assignments
            return self.kind(topic, in: image)
        }
        func on(_ partition: Int32, _ nodes: Int32...) -> ManualAssignment {
            ManualAssignment(partition: partition, replicas: nodes.map { NodeID($0) })
        }
        #expect(kind([on(0, 1, 2), on(1, 2, 1)]) == nil)
        #expect(kind([on(1, 2), on(0, 1)]) == nil)
        #expect(kind([on(0, 1)], factor: 1) == .invalidRequest)
        #expect(kind([on(1, 1)]) == .invalidAssignment)
        #expect(kind([on(0, 1), on(0, 2)]) == .invalidAssignment)
        #expect(kind([on(0, 9)]) == .invalidAssignment)
        #expect(kind([on(0)]) == .invalidAssignment)
        #expect(kind([on(0, 1, 1)]) == .invalidAssignment)
        #expect(kind([on(0, 1, 2), on(1, 1)]) == .invalidAssignment)
    }

    @Test("of two topics that collide in one request or one after the other, the first stands")
    func collisions() {
        var image = Self.image(nodes: 1)
        let decision = image.createTopics([Self.topic("a.b"), Self.topic("a_b")], defaults: defaults, limits: MetadataLimits())
        #expect(decision.commands.count == 1)
        for command in decision.commands { image.replay(command) }
        #expect(kind(Self.topic("a_b"), in: image) == .invalidTopicName)
        #expect(kind(Self.topic("a.b"), in: image) == .topicExists)
        for command in image.deleteTopics([.name("a.b")]).commands { image.replay(command) }
        #expect(kind(Self.topic("a_b"), in: image) == nil)
    }

    @Test("validating answers as doing does and changes nothing")
    func validateOnly() {
        let image = Self.image(nodes: 1)
        let decision = image.createTopics([Self.topic("a")], defaults: defaults, limits: MetadataLimits(), validateOnly: true)
        #expect(decision.commands.isEmpty)
        #expect(throws: Never.self) { try decision.value[0].get() }
    }

    @Test("minus one means the defaults")
    func defaultCounts() throws {
        let record = try outcome(Self.topic("a", -1, -1), in: Self.image(nodes: 1)).get()
        #expect(record.partitions.count == 2)
        #expect(record.partitions.allSatisfy { $0.replicas == [NodeID(1)] })
    }

    @Test("replicas and leaders spread evenly, over many topics of one partition as over one of many", arguments: [1, 12])
    func balance(partitions: Int32) {
        var image = Self.image(nodes: 4)
        for number in 0..<(48 / Int(partitions)) {
            for command in image.createTopics(
                [Self.topic("t\(number)", partitions, 3)], defaults: defaults, limits: MetadataLimits()
            ).commands { image.replay(command) }
        }
        let all = image.topics.values.flatMap(\.partitions)
        let leaders = Dictionary(all.map { ($0.replicas[0], 1) }, uniquingKeysWith: +)
        let replicas = Dictionary(all.flatMap(\.replicas).map { ($0, 1) }, uniquingKeysWith: +)
        #expect(Set(leaders.values) == [12])
        #expect(Set(replicas.values) == [36])
        // A node's partitions are followed by all others, so that all share its load when it dies.
        let first = all.filter { $0.replicas[0] == NodeID(1) }.flatMap { $0.replicas[1...] }
        #expect(Set(first).count == 3)
    }

    @Test("a partition's replicas stand in as many racks as there are")
    func racks() {
        let image = Self.image(nodes: 6, racks: ["a", "a", "b", "b", "c", "c"])
        let placement = ReplicaPlacement(image.nodesInOrder)
        for position in 0..<30 {
            let replicas = placement.replicas(3, position: position)
            #expect(Set(replicas).count == 3)
            #expect(Set(replicas.map { image.nodes[$0]?.rack }).count == 3, "position \(position): \(replicas)")
        }
    }

    @Test("partitions only grow, and new ones get as many replicas as the old")
    func morePartitions() throws {
        var image = Self.image(nodes: 3)
        for command in image.createTopics([Self.topic("a", 2, 3)], defaults: defaults, limits: MetadataLimits()).commands {
            image.replay(command)
        }
        func grow(_ count: Int32, _ assignments: [[NodeID]]? = nil, topic: String = "a") -> Result<[PartitionRecord], OperationError> {
            let increase = PartitionIncrease(topic: topic, count: count, assignments: assignments)
            return image.createPartitions([increase], limits: MetadataLimits()).value[0]
        }
        func kind(_ result: Result<[PartitionRecord], OperationError>) -> OperationError.Kind? {
            if case .failure(let error) = result { error.kind } else { nil }
        }
        #expect(try grow(4).get().map(\.replicas.count) == [3, 3])
        for count: Int32 in [-1, 0, 1, 2] { #expect(kind(grow(count)) == .invalidPartitions) }
        #expect(kind(grow(.max)) == .limitExceeded)
        #expect(kind(grow(3, topic: "b")) == .unknownTopic)
        #expect(kind(grow(4, [[NodeID(1), NodeID(2), NodeID(3)]])) == .invalidAssignment)
        #expect(kind(grow(3, [[NodeID(1)]])) == .invalidAssignment)
        #expect(try grow(3, [[NodeID(3), NodeID(2), NodeID(1)]]).get().first?.replicas.first == NodeID(3))
    }

    @Test("a topic is deleted by name or by id, and is gone by both")
    func deletion() {
        var image = Self.image(nodes: 1)
        for command in image.createTopics([Self.topic("a"), Self.topic("b")], defaults: defaults, limits: MetadataLimits()).commands {
            image.replay(command)
        }
        let id = image.topics["b"]?.id ?? .zero
        for command in image.deleteTopics([.name("a"), .id(id)]).commands { image.replay(command) }
        #expect(image.topics.isEmpty)
        #expect(image.topicNames.isEmpty)
        #expect(image.partitionCount == 0)
        let again = image.deleteTopics([.name("a"), .id(id)])
        #expect(again.commands.isEmpty)
        let kinds = again.value.map { outcome -> OperationError.Kind? in
            if case .failure(let error) = outcome { error.kind } else { nil }
        }
        #expect(kinds == [.unknownTopic, .unknownTopicID])
    }
}
