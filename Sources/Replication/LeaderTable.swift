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

    private struct State {
        var leaders: [GroupID: Leader] = [:]
        /// Cores that have requests waiting for leaders.
        var watching: Set<Int> = []
    }

    private let state = Mutex(State())
    private let cores: any CoreHost

    public init(cores: any CoreHost) { self.cores = cores }

    /// Notes an announcement; one of an older term is ignored.
    public func announce(_ group: GroupID, _ leader: Leader) {
        let watching = state.withLock { state -> [Int] in
            if let known = state.leaders[group], known.term > leader.term { return [] }
            state.leaders[group] = leader
            defer { state.watching = [] }
            return state.watching.sorted()
        }
        for core in watching { cores.wake(core: core) }
    }

    /// Wakes the core once, at the next announcement.
    public func wakeOnChange(core: Int) { state.withLock { _ = $0.watching.insert(core) } }

    public func forget(_ group: GroupID) { state.withLock { $0.leaders[group] = nil } }

    public func leader(of group: GroupID) -> Leader? { state.withLock { $0.leaders[group] } }

    /// Many at once, under one lock, in the order asked.
    public func leaders(of groups: some Sequence<GroupID>) -> [Leader?] {
        state.withLock { state in groups.map { state.leaders[$0] } }
    }
}
