import ClusterMetadata
public import Environment
public import Gateway
import Journal
import KafkaProtocol
import Raft
public import Replication
import Storage
import Synchronization

/// One node put together: the journal, the cores, what they share. The same on a machine and in the simulator; whoever hosts it gives each core's
/// body (``makeCore(_:)``) its turns and opens sockets once ``isReady``.
public final class Node: Sendable {
    public let configuration: NodeConfiguration
    public let environment: any NodeEnvironment
    public let identity: DirectoryIdentity
    public let gateway: GatewayShared
    public let budget: NodeBudget
    let journal: Journal
    let peers: any PeerLinks
    let replicationInboxes: [Inbox<ReplicationCore>]
    let inboxes: [Inbox<NodeCore>]
    /// The metadata as the last checkpoint has it, and where that stands.
    let metadataCheckpoint: MetadataCheckpoint?
    private let recovered: Mutex<[GroupID: RecoveredGroup]>
    private let progress = Mutex(Progress())

    private struct Progress {
        var coresOpened = 0
        var isRegistered = false
    }

    static let partitionsDirectory = "partitions"

    /// Opens what is on disk. Blocks; cores are made afterwards.
    public init(
        _ configuration: NodeConfiguration, environment: any NodeEnvironment, peers: any PeerLinks = NoPeers()
    ) throws(StartError) {
        self.configuration = configuration
        self.environment = environment
        self.peers = peers
        var random = environment.random(for: "node")
        identity = try DirectoryIdentity.establish(
            configuration.id, disk: environment.disk, newDirectoryID: configuration.newDirectoryID ?? random.next())
        do throws(DiskError) {
            // A partition syncs its own directory and its name in this one; the name of this one is ours.
            try environment.disk.createDirectory(Self.partitionsDirectory)
            try environment.disk.syncDirectory("")
        } catch {
            throw .disk(error)
        }
        let cores = environment.cores.coreCount
        let replicationInboxes = (0..<cores).map { Inbox<ReplicationCore>(host: environment.cores, core: $0) }
        self.replicationInboxes = replicationInboxes
        inboxes = (0..<cores).map { Inbox<NodeCore>(host: environment.cores, core: $0) }
        gateway = GatewayShared(
            node: configuration.id, environment: environment, limits: configuration.limits, metadata: MetadataCell(),
            leaders: LeaderTable(cores: environment.cores), staticConfigs: configuration.settings)
        budget = NodeBudget(bytesMax: configuration.limits.connections.nodeRequestBytesInFlightMax, cores: environment.cores)
        do throws(MetadataCheckpointError) {
            metadataCheckpoint = try MetadataCheckpoint.read(from: environment.disk, directory: MetadataMachine.directory)
        } catch {
            throw .metadata(error)
        }
        let client = JournalNews(inboxes: replicationInboxes, environment: environment)
        do throws(JournalError) {
            let opened = try Journal.open(
                disk: environment.disk, lane: environment.journalLane, limits: configuration.limits.journal, random: random.fork(),
                mutant: configuration.mutant, client: client)
            journal = opened.journal
            recovered = Mutex(opened.groups)
        } catch {
            throw .journal(error)
        }
        client.watch(journal)
    }

    /// The body of a core. Called on that core, once for each; opens the partitions that it owns.
    public func makeCore(_ index: Int) throws(StartError) -> NodeCore {
        let core = try NodeCore(index, of: self)
        progress.withLock { $0.coresOpened += 1 }
        return core
    }

    /// What the journal had of a group when it was opened; given out once.
    func takeRecovered(_ group: GroupID) -> RecoveredGroup { recovered.withLock { $0.removeValue(forKey: group) } ?? RecoveredGroup() }

    /// Groups in the journal that nobody has asked for.
    func unclaimedGroups() -> [GroupID] { recovered.withLock { $0.keys.sorted() } }

    /// Whether this node has seen the metadata up to its own registration.
    var isRegistered: Bool { progress.withLock { $0.isRegistered } }

    func noteRegistered() { progress.withLock { $0.isRegistered = true } }

    /// All cores run, this node is registered in the metadata, and every partition with a replica here has a leader: clients may come.
    public var isReady: Bool {
        let done = progress.withLock { $0.isRegistered && $0.coresOpened == environment.cores.coreCount }
        guard done else { return false }
        let groups = gateway.metadata.current.groups(on: configuration.id)
        return gateway.leaders.leaders(of: groups).allSatisfy { $0 != nil }
    }

    /// A frame from a peer: each of its messages goes to the core that drives its group, in order. Any thread.
    public func receive(_ frame: PeerFrame) {
        var parts: [[PeerFrame.Message]] = Array(repeating: [], count: replicationInboxes.count)
        for message in frame.messages { parts[gateway.owner(of: message.group)].append(message) }
        for (core, messages) in parts.enumerated() where !messages.isEmpty {
            replicationInboxes[core].post { $0.receive(PeerFrame(messages: messages)) }
        }
    }

    /// Checkpoints everything, so that the next start replays nothing. `done` is called on a lane.
    public func checkpointAll(_ done: @escaping @Sendable () -> Void) {
        let counter = Counter(open: replicationInboxes.count, done: done)
        for inbox in replicationInboxes {
            inbox.post { core in core.checkpoint(core.groupsToCheckpoint) { counter.count() } }
        }
    }
}

/// Calls `done` when it has been counted down.
private final class Counter: Sendable {
    private let open: Mutex<Int>
    private let done: @Sendable () -> Void

    init(open: Int, done: @escaping @Sendable () -> Void) {
        self.open = Mutex(open)
        self.done = done
    }

    func count() {
        let last = open.withLock { open in
            open -= 1
            return open == 0
        }
        if last { done() }
    }
}

extension MetadataImage {
    /// The groups that have a replica on a node.
    func groups(on node: NodeID) -> [GroupID] {
        topics.values.flatMap { topic in topic.partitions.filter { $0.replicas.contains(node) }.map(\.group) }
    }
}
