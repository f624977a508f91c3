import Journal

/// Tells the end of a segment from damage within it: flushes are numbered without gaps over all segments, so bytes that are none between flush n and
/// flush n + 1 were never used.
struct DumpContinuity {
    struct Shown: Equatable {
        var line: JournalDump.Line
        /// Unused bytes behind the last flush of a segment, or of the journal.
        var isEnd: Bool
    }

    private(set) var isDamaged = false
    private var lastSequence: UInt64?
    /// Waits for the next flush, which tells what it is.
    private var doubtful: JournalDump.Line?

    /// What can be shown now, in order.
    mutating func take(_ line: JournalDump.Line) -> [Shown] {
        var shown: [Shown] = []
        switch line.item {
        case .damaged:
            shown += settle(as: .damage)
            doubtful = line
            return shown
        case .flush(let sequence, _, _, _):
            shown += settle(as: lastSequence.map { $0 &+ 1 == sequence } ?? false ? .end : .damage)
            lastSequence = sequence
        default: shown += settle(as: .damage)
        }
        return shown + [Shown(line: line, isEnd: false)]
    }

    /// What is left when there is no more.
    mutating func finish() -> [Shown] { settle(as: .end) }

    private enum Verdict { case end, damage }

    private mutating func settle(as verdict: Verdict) -> [Shown] {
        guard let line = doubtful.take() else { return [] }
        if verdict == .damage { isDamaged = true }
        return [Shown(line: line, isEnd: verdict == .end)]
    }
}
