public import Environment
public import ClusterMetadata
public import Journal

/// Why a node does not start. Each says what to do.
public enum StartError: Error, Sendable, CustomStringConvertible {
    case disk(DiskError)
    case unreadableIdentity(String)
    case foreignDirectory(owner: NodeID, node: NodeID)
    case journal(JournalError)
    case metadata(MetadataCheckpointError)
    /// A group's checkpoint and journal contradict each other, or its files are damaged.
    case group(GroupID, String)

    public var description: String {
        switch self {
        case .disk(let error): error.description
        case .unreadableIdentity(let path):
            "the file `\(path)` in the data directory does not read: is this a Martlet data directory? Choose another with --data-dir"
        case .foreignDirectory(let owner, let node):
            "the data directory belongs to node \(owner), but this is node \(node): choose another with --data-dir, or set node.id to \(owner)"
        case .journal(let error): error.description
        case .metadata(let error): error.description
        case .group(let group, let reason): "group \(group): \(reason)"
        }
    }
}
