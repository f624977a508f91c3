import Environment
import Raft

/// Refuses operations that would make a log with a gap, or change what was released: the journal would not open again.
struct Continuity {
    private struct Log {
        var released: LogIndex
        var last: LogIndex
    }

    /// Groups that this flush has changed so far; the rest stand in the index.
    private var changed: [GroupID: Log] = [:]

    init() {}

    /// - Returns: the law that the operation breaks; nil if it may be written.
    mutating func admit(_ operation: JournalBatch.Operation, to index: JournalIndex) -> String? {
        switch operation {
        case .hardState: return nil
        case .entries(let group, let entries):
            guard let first = entries.first, let last = entries.last else { return nil }
            var log = log(group, index)
            if first.index > log.last.next { return "group \(group): entry \(first.index) follows \(log.last)" }
            if first.index <= log.released { return "group \(group): entry \(first.index) was released with \(log.released)" }
            log.last = last.index
            changed[group] = log
        case .released(let group, let mark):
            var log = log(group, index)
            log.released = max(log.released, mark.index)
            log.last = max(log.last, log.released)
            changed[group] = log
        case .restarted(let group, let mark): changed[group] = Log(released: mark.index, last: mark.index)
        case .removed(let group): changed[group] = Log(released: .zero, last: .zero)
        }
        return nil
    }

    private func log(_ group: GroupID, _ index: JournalIndex) -> Log {
        if let log = changed[group] { return log }
        let places = index.groups[group]
        return Log(released: places?.releasedIndex ?? .zero, last: places?.lastIndex ?? .zero)
    }
}
