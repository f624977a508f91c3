import Environment
import Journal
import Raft

/// What a journal should hold: every group as the operations leave it, without any bytes.
struct JournalModel: Equatable {
    struct Group: Equatable {
        var hardState: HardState?
        var released = LogPosition.zero
        var entries: [LogEntry] = []

        var lastIndex: LogIndex { entries.last?.index ?? released.index }
    }

    enum Operation {
        case hardState(GroupID, HardState)
        case append(GroupID, [LogEntry])
        case release(GroupID, LogPosition)
        case restart(GroupID, LogPosition)
        case remove(GroupID)

        func add(to batch: inout JournalBatch) {
            switch self {
            case .hardState(let group, let state): batch.setHardState(group, state)
            case .append(let group, let entries): batch.append(group, entries)
            case .release(let group, let position): batch.release(group, through: position)
            case .restart(let group, let position): batch.restart(group, after: position)
            case .remove(let group): batch.remove(group)
            }
        }
    }

    var groups: [GroupID: Group] = [:]

    init() {}

    init(_ recovered: [GroupID: RecoveredGroup], where belongs: (GroupID) -> Bool) {
        for (id, group) in recovered where belongs(id) {
            groups[id] = Group(hardState: group.hardState, released: group.released, entries: group.entries)
        }
    }

    mutating func apply(_ operation: Operation) {
        switch operation {
        case .hardState(let id, let state): groups[id, default: Group()].hardState = state
        case .append(let id, let entries):
            groups[id, default: Group()].entries.removeAll { $0.index >= entries[0].index }
            groups[id, default: Group()].entries += entries
        case .release(let id, let position):
            if position.index >= groups[id, default: Group()].released.index { groups[id, default: Group()].released = position }
            groups[id, default: Group()].entries.removeAll { $0.index <= position.index }
        case .restart(let id, let position):
            groups[id, default: Group()].entries = []
            groups[id, default: Group()].released = position
        case .remove(let id): groups[id] = nil
        }
    }
}
