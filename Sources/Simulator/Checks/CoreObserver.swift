import Environment
import Raft
import Replication

/// Brings what a core's groups do to the world's checkers.
final class CoreObserver: ReplicationObserver {
    private let node: Int
    private unowned let world: SimulatedWorld

    init(node: Int, world: SimulatedWorld) {
        self.node = node
        self.world = world
    }

    func changed(_ leadership: Leadership, of group: GroupID) {
        world.trace.note("\(world.queue.now) node \(node): group \(group) \(leadership.role) in term \(leadership.term)")
        guard leadership.role == .leader else { return }
        world.check { () throws(SimulationFailure) in
            try world.committed(group).leads(NodeID(Int32(node + 1)), in: leadership.term)
        }
    }

    func applied(_ entries: ArraySlice<LogEntry>, of group: GroupID) {
        world.check { () throws(SimulationFailure) in
            let log = world.committed(group)
            for entry in entries { try log.applied(entry, by: node) }
        }
    }
}
