public import Environment
public import Raft
import Synchronization

/// Who leads each group, as far as this node has heard: kept by all cores, read by any. The highest term wins, so what clients are told never
/// goes back.
public final class LeaderTable: Sendable {
    public struct Leader: Hashable, Sendable {
        public var node: NodeID
        public var term: Term

        public init(node: NodeID, term: Term) {
            self.node = node
            self.term = term
        }
    }

    private let leaders = Mutex<[GroupID: Leader]>([:])

    public init() {}

    /// Notes an announcement; one of an older term is ignored.
    public func announce(_ group: GroupID, _ leader: Leader) {
        leaders.withLock { leaders in
            if let known = leaders[group], known.term > leader.term { return }
            leaders[group] = leader
        }
    }

    public func forget(_ group: GroupID) { leaders.withLock { $0[group] = nil } }

    public func leader(of group: GroupID) -> Leader? { leaders.withLock { $0[group] } }

    /// Many at once, under one lock, in the order asked.
    public func leaders(of groups: some Sequence<GroupID>) -> [Leader?] {
        leaders.withLock { table in groups.map { table[$0] } }
    }
}
