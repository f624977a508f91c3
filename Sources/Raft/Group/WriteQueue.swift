/// The hand-overs to the journal that are not known to be durable yet, oldest first.
///
/// A write acknowledged late must not count for entries that replaced its own, even if the newest at that index has the same term again:
/// so a truncation lowers what every earlier write can still make durable.
struct WriteQueue: Sendable {
    private struct Write: Sendable {
        var sequence: UInt64
        /// What this write makes durable: our log through here.
        var last: LogIndex
    }

    private var writes: [Write] = []
    /// Of the newest hand-over.
    private(set) var sequence: UInt64 = 0
    /// All hand-overs through this are durable.
    private(set) var durableSequence: UInt64 = 0

    var isEmpty: Bool { writes.isEmpty }

    /// A hand-over after which the journal holds the log through `last`.
    mutating func begin(last: LogIndex) -> PersistToken {
        sequence += 1
        writes.append(Write(sequence: sequence, last: last))
        return PersistToken(sequence: sequence)
    }

    /// - Returns: the log is durable through here; nil if nothing was acknowledged that was not before.
    mutating func finish(_ token: PersistToken) -> LogIndex? {
        guard token.sequence > durableSequence, token.sequence <= sequence else { return nil }
        durableSequence = token.sequence
        var last: LogIndex?
        var done = 0
        while done < writes.count && writes[done].sequence <= token.sequence {
            last = writes[done].last
            done += 1
        }
        if done == writes.count { writes.removeAll(keepingCapacity: true) } else { writes.removeFirst(done) }
        return last
    }

    /// Gives back memory an idle group does not need.
    mutating func shrink() {
        if writes.isEmpty { writes = [] }
    }

    /// The log was cut: nothing handed over so far reaches beyond `last` any more.
    mutating func clamp(to last: LogIndex) {
        for i in writes.indices where writes[i].last > last { writes[i].last = last }
    }
}
