public import ClusterMetadata
public import Environment
public import Replication

/// What all cores of a node's gateway share. Immutable, or guarded inside.
public final class GatewayShared: Sendable {
    public let node: NodeID
    public let environment: any NodeEnvironment
    public let limits: Limits
    public let metadata: MetadataCell
    public let leaders: LeaderTable
    /// The node's static settings (Kafka's names), as given at start.
    public let staticConfigs: [String: String]
    public let inboxes: [Inbox<GatewayCore>]
    let fetchSessions: FetchSessions

    public init(
        node: NodeID, environment: any NodeEnvironment, limits: Limits, metadata: MetadataCell, leaders: LeaderTable,
        staticConfigs: [String: String]
    ) {
        self.node = node
        self.environment = environment
        self.limits = limits
        self.metadata = metadata
        self.leaders = leaders
        self.staticConfigs = staticConfigs
        self.fetchSessions = FetchSessions(random: environment.random(for: "fetch sessions"))
        self.inboxes = (0..<environment.cores.coreCount).map { Inbox(host: environment.cores, core: $0) }
    }

    /// The core that drives a group. Groups are numbered as they are made, so the partitions of a topic spread evenly.
    public func owner(of group: GroupID) -> Int { Self.owner(of: group, cores: inboxes.count) }

    public static func owner(of group: GroupID, cores: Int) -> Int { Int(group.rawValue % UInt64(cores)) }
}
