/// The entries after `previous`, if the receiver's log has `previous`.
public struct Append: Hashable, Sendable {
    public var previous: LogPosition
    /// The leader's commit index. It may lie beyond these entries; the receiver takes the smaller.
    public var commit: LogIndex
    /// Consecutive from `previous.index + 1`; empty to tell the commit index or to probe.
    public var entries: [LogEntry]

    public init(previous: LogPosition, commit: LogIndex, entries: [LogEntry]) {
        self.previous = previous
        self.commit = commit
        self.entries = entries
    }

    /// Consecutive indexes, terms that never fall and do not pass the sender's. What is not well formed is dropped: our peers never send it.
    func isWellFormed(term: Term) -> Bool {
        if previous.index >= .limit { return false }
        var last = previous
        for entry in entries {
            if entry.index != last.index.next || entry.term < last.term { return false }
            if entry.kind == .configuration && Configuration(decoding: entry.payload) == nil { return false }
            last = entry.position
        }
        return last.term <= term
    }
}

public enum AppendResponse: Hashable, Sendable {
    /// The log is durable and equal to the leader's through `match`.
    case accepted(match: LogIndex)
    /// The log has no entry `previous` as asked. Everything after `hint` conflicts or is missing: `hint` is the last of our entries at or before
    /// `previous` whose term is not above the one asked for, which skips a whole conflicting term in one step (Raft §5.3, last paragraphs).
    case rejected(previous: LogIndex, hint: LogPosition)
}

public enum SnapshotProgress: Hashable, Sendable {
    /// Being fetched: do not offer again for now.
    case fetching
    /// Could not be fetched: offer again.
    case failed
}
