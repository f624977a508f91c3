public import Environment
public import Raft

/// Is told what the groups of a core do, to check it. Only tests and the simulator set one.
public protocol ReplicationObserver: AnyObject {
    /// The role, the leader or the term of a group changed on this node.
    func changed(_ leadership: Leadership, of group: GroupID)
    /// The machine has applied these entries.
    func applied(_ entries: ArraySlice<LogEntry>, of group: GroupID)
}
