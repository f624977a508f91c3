import Environment

/// The part of a group's log that is in memory: the entries after `start`.
///
/// Entries dropped at the front are emptied at once and removed in bulk, so that dropping costs amortised constant time each.
struct EntryLog: Sendable {
    /// The last entry that is no longer here: the mark of the snapshot, or of the compaction.
    private(set) var start: LogPosition
    private(set) var last: LogPosition
    private var storage: [LogEntry] = []
    /// Where in `storage` the first live entry is.
    private var head = 0

    init(start: LogPosition) {
        self.start = start
        self.last = start
    }

    /// Nil before `start` and after the last entry. At `start` its term is known.
    func term(at index: LogIndex) -> Term? {
        if index == last.index { return last.term }
        if index == start.index { return start.term }
        guard index > start.index, index < last.index else { return nil }
        return storage[offset(of: index)].term
    }

    func entry(at index: LogIndex) -> LogEntry? {
        guard index > start.index, index <= last.index else { return nil }
        return storage[offset(of: index)]
    }

    /// Appends what follows `last`.
    mutating func append(_ entry: LogEntry) {
        invariant(entry.index == last.index.next, "entries follow each other in the log")
        storage.append(entry)
        last = entry.position
    }

    /// Removes `index` and everything after it.
    mutating func truncate(from index: LogIndex) {
        guard index <= last.index else { return }
        invariant(index > start.index, "only entries in memory are truncated")
        let before = index.previous
        let term = term(at: before) ?? start.term
        storage.removeSubrange(offset(of: index)...)
        last = LogPosition(index: before, term: term)
    }

    /// Drops `index` and everything before it; it must be in the log.
    mutating func compact(to index: LogIndex) {
        guard index > start.index, let term = term(at: index) else { return }
        let drop = offset(of: index) + 1
        if drop == storage.count {
            storage.removeAll(keepingCapacity: storage.capacity <= 16)
            head = 0
        } else if drop > storage.count / 2 {
            storage.removeSubrange(..<drop)
            head = 0
        } else {
            for i in head..<drop { storage[i].payload = RaftGroup.noPayload }
            head = drop
        }
        start = LogPosition(index: index, term: term)
    }

    /// Forgets everything and begins anew after `start`.
    mutating func reset(to start: LogPosition) {
        storage = []
        head = 0
        self.start = start
        last = start
    }

    /// Entries from `first` on, at most `bytesMax` together, but at least one if there is one.
    func slice(from first: LogIndex, bytesMax: Int) -> [LogEntry] {
        guard first > start.index, first <= last.index else { return [] }
        let from = offset(of: first)
        var end = from
        var bytes = 0
        while end < storage.count {
            bytes += storage[end].cost
            if bytes > bytesMax && end > from { break }
            end += 1
        }
        return Array(storage[from..<end])
    }

    /// Appends the entries `first...through` to `list`.
    func copy(from first: LogIndex, through: LogIndex, into list: inout [LogEntry]) {
        guard first <= through else { return }
        invariant(first > start.index && through <= last.index, "entries asked for are in memory")
        if first == through {
            list.append(storage[offset(of: first)])
        } else {
            list.append(contentsOf: storage[offset(of: first)...offset(of: through)])
        }
    }

    /// The sum of the entries' costs in `first...through`.
    func cost(from first: LogIndex, through: LogIndex) -> Int {
        var sum = 0
        var index = max(first, start.index.next)
        while index <= through && index <= last.index {
            sum += storage[offset(of: index)].cost
            index = index.next
        }
        return sum
    }

    /// The last position at or before `index` whose term is at most `term`; nil if there is none in memory. Terms never fall along the log, so a
    /// binary search finds it.
    func lastPosition(notAfter index: LogIndex, termAtMost term: Term) -> LogPosition? {
        guard start.term <= term, index >= start.index else { return nil }
        var low = start.index.rawValue
        var high = min(index, last.index).rawValue
        while low < high {
            let middle = low + (high - low + 1) / 2
            if let found = self.term(at: LogIndex(middle)), found <= term { low = middle } else { high = middle - 1 }
        }
        return self.term(at: LogIndex(low)).map { LogPosition(index: LogIndex(low), term: $0) }
    }

    /// Gives back memory that an idle group does not need.
    mutating func shrink() {
        if head == storage.count {
            storage = []
            head = 0
        }
    }

    private func offset(of index: LogIndex) -> Int { head + Int(index.rawValue - start.index.rawValue) - 1 }
}
