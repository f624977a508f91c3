import ClusterMetadata
import Environment
import Gateway
import Journal
import KafkaProtocol
import Raft
import RecordLog
import Replication
import Storage

// How groups come to life: the newest checkpoint, then what the journal has after it.

extension NodeCore {
    func openMetadata() throws(StartError) {
        let checkpoint = node.metadataCheckpoint
        let voters = node.configuration.firstVoters ?? [node.identity.voter]
        let mark = checkpoint?.mark ?? .initial(Configuration(voters: voters))
        let machine = MetadataMachine(
            image: checkpoint?.image ?? MetadataImage(), cell: node.gateway.metadata, environment: node.environment,
            changed: { [unowned self] delta, image in spread(delta, image) },
            roleChange: { [unowned self] role in controllerChanged(role) })
        machine.replica = try add(.metadata, machine, mark)
        gateway.controller = machine
    }

    /// Tells every core. This one hears it in its next turn too, so that all act alike.
    private func spread(_ delta: MetadataDelta, _ image: MetadataImage) {
        if image.nodes[node.configuration.id]?.directory == node.identity.voter.directory { node.noteRegistered() }
        for inbox in node.inboxes {
            inbox.post { core in core.apply(delta, image, at: core.node.environment.clock.now) }
        }
    }

    /// This node began to lead the metadata: it forms a new cluster, and registers itself if it is new or moved.
    private func controllerChanged(_ role: GroupRole) {
        guard case .leader = role, let controller = gateway.controller else { return }
        let configuration = node.configuration
        let record = NodeRecord(
            id: configuration.id, directory: node.identity.voter.directory, rack: configuration.rack, endpoints: configuration.endpoints)
        var random = node.environment.random(for: "cluster id")
        let newCluster = KafkaUUID.random(using: &random)
        let node = node
        controller.perform { image in
            var commands: [MetadataCommand] = []
            if image.clusterID == .zero { commands.append(.formCluster(id: newCluster)) }
            if image.nodes[record.id] != record { commands.append(.registerNode(record)) }
            // The voters of a new cluster are its first nodes; each tells where clients reach it when it leads itself.
            for voter in configuration.firstVoters ?? [] where voter.node != record.id && image.nodes[voter.node] == nil {
                commands.append(.registerNode(NodeRecord(id: voter.node, directory: voter.directory, rack: nil, endpoints: [])))
            }
            return MetadataDecision(commands, ())
        } done: { result in
            if case .success = result { node.noteRegistered() }
        }
    }

    func openPartitions(of image: MetadataImage) throws(StartError) {
        for name in image.topicNamesInOrder {
            guard let topic = image.topics[name] else { continue }
            for partition in topic.partitions where owns(partition.group) && partition.replicas.contains(node.configuration.id) {
                try openPartition(partition, of: name, image)
            }
            warnOfCompaction(topic, image)
        }
    }

    func openPartition(_ record: PartitionRecord, of topic: String, _ image: MetadataImage) throws(StartError) {
        guard engine.partition(record.group) == nil else { return }
        guard let topic = image.topics[topic] else { return }
        let group = record.group
        let directory = Self.directory(of: group)
        let journaled = node.takeRecovered(group)
        let settings = partitionSettings(topic, image)
        let opened: PartitionLog.Opened
        do throws(RecordLogError) {
            opened = try PartitionLog.open(
                node.environment.disk, directory: directory, configuration: Partition.logConfiguration(settings, node.configuration),
                replayableFrom: journaled.released.index.rawValue + 1)
        } catch {
            throw .group(group, error.description)
        }
        if opened.applied != .none, journaled.isForgotten {
            // A live group's place always stands in the journal. This one was deleted after the checkpoint that this image comes from; its files
            // go once the metadata's log tells so again.
            return node.environment.log(.info, "\(directory) belongs to a deleted partition of \(topic.name)")
        }
        var configuration = Configuration(voters: voters(of: record, image))
        var partitionImage = PartitionImage()
        if opened.applied != .none {
            guard let state = Partition.decodeOwnerState(opened.ownerState) else {
                throw .group(group, "the manifest in \(directory) was written by a newer Martlet; upgrade this node")
            }
            (configuration, partitionImage) = state
        }
        let partition = Partition(
            group: group, log: opened.log, image: partitionImage, directory: directory, settings: settings,
            environment: node.environment, limits: node.configuration.limits, mutant: node.configuration.mutant)
        let mark = SnapshotMark(
            index: LogIndex(opened.applied.index), term: Term(opened.applied.term), configuration: configuration)
        engine.insert(partition)
        partition.replica = try add(group, partition, mark, journaled)
    }

    private func voters(of record: PartitionRecord, _ image: MetadataImage) -> [VoterID] {
        record.replicas.map { id in
            if id == node.identity.voter.node { return node.identity.voter }
            return VoterID(node: id, directory: image.nodes[id]?.directory ?? 0)
        }
    }

    func partitionSettings(_ topic: TopicRecord, _ image: MetadataImage) -> PartitionSettings {
        let settings = image.settings(of: topic, node: node.configuration.id, staticConfigs: node.configuration.settings)
        // Until compaction exists a compacted topic keeps everything.
        let keepsAll = settings.cleanup == .compact
        return PartitionSettings(
            retentionMilliseconds: keepsAll ? nil : settings.retentionMilliseconds,
            retentionBytes: keepsAll ? nil : settings.retentionBytes,
            segmentBytes: settings.segmentBytes, segmentMilliseconds: settings.segmentMilliseconds)
    }

    private func add(
        _ group: GroupID, _ machine: any StateMachine, _ mark: SnapshotMark, _ given: RecoveredGroup? = nil
    ) throws(StartError) -> Replica {
        let journaled = given ?? node.takeRecovered(group)
        guard journaled.released.index <= mark.index else {
            throw .group(
                group,
                "its checkpoint ends at entry \(mark.index), but the journal has released all through \(journaled.released.index):"
                    + " rebuild this node with `martlet repair --rejoin`")
        }
        let entries = journaled.entries.filter { $0.index > mark.index }
        let recovered = Recovered(
            hardState: journaled.hardState ?? HardState(term: mark.term, vote: nil), mark: mark, entries: entries)
        do throws(RecoveryError) {
            return try replication.add(group, machine: machine, recovered: recovered)
        } catch {
            throw .group(group, "its journal and its checkpoint contradict each other: \(error)")
        }
    }
}

extension RecoveredGroup {
    /// Whether the journal has nothing of the group at all.
    var isForgotten: Bool { hardState == nil && released == .zero && entries.isEmpty }
}

extension Partition {
    static func logConfiguration(_ settings: PartitionSettings, _ node: NodeConfiguration) -> LogConfiguration {
        var configuration = LogConfiguration()
        configuration.segmentBytes = settings.segmentBytes
        configuration.segmentTime = .milliseconds(settings.segmentMilliseconds)
        configuration.limits = node.limits.recordLog
        configuration.mutant = node.mutant
        return configuration
    }
}
