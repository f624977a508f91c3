/// A node of the cluster, as clients see it in Metadata (Kafka: `broker.id`). Never negative.
public struct NodeID: Hashable, Comparable, Sendable, CustomStringConvertible {
    public var rawValue: Int32
    public init(_ rawValue: Int32) { self.rawValue = rawValue }
    public static func < (a: NodeID, b: NodeID) -> Bool { a.rawValue < b.rawValue }
    public var description: String { "\(rawValue)" }
}

/// A Raft group: 0 is the cluster's metadata, 1...4095 are coordinator shards, the rest partitions, numbered as they are made and never
/// used again.
public struct GroupID: Hashable, Comparable, Sendable, CustomStringConvertible {
    public var rawValue: UInt64
    public init(_ rawValue: UInt64) { self.rawValue = rawValue }
    public static let metadata = GroupID(0)
    public static let firstPartition = GroupID(4096)
    public static func < (a: GroupID, b: GroupID) -> Bool { a.rawValue < b.rawValue }
    public var description: String { "\(rawValue)" }
}

/// A Raft voter or learner: a node *and* the random identity of its data directory, so that a node that comes back with an empty or foreign
/// disk is somebody else and cannot vote twice.
public struct VoterID: Hashable, Comparable, Sendable, CustomStringConvertible {
    public var node: NodeID
    public var directory: UInt64
    public init(node: NodeID, directory: UInt64) {
        self.node = node
        self.directory = directory
    }
    public static func < (a: VoterID, b: VoterID) -> Bool { (a.node, a.directory) < (b.node, b.directory) }
    public var description: String { "\(node)/\(String(directory, radix: 16))" }
}
