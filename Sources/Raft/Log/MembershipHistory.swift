import Environment

/// The configurations of the log in memory: one for its start, and one for each configuration entry after it. The newest is in force, so a
/// truncation brings the one before back (Raft §6).
struct MembershipHistory: Sendable {
    private var base: Configuration
    private var later: [(index: LogIndex, configuration: Configuration)] = []

    init(base: Configuration) { self.base = base }

    var current: Configuration { later.last?.configuration ?? base }
    /// Nil if the one in force is the one the log in memory begins with.
    var currentIndex: LogIndex? { later.last?.index }
    /// What was in force before the newest.
    var previous: Configuration? { later.isEmpty ? nil : (later.dropLast().last?.configuration ?? base) }

    func configuration(at index: LogIndex) -> Configuration { later.last { $0.index <= index }?.configuration ?? base }

    mutating func append(_ configuration: Configuration, at index: LogIndex) { later.append((index, configuration)) }

    mutating func truncate(from index: LogIndex) {
        while let newest = later.last, newest.index >= index { later.removeLast() }
    }

    mutating func compact(to index: LogIndex) {
        guard let first = later.first, first.index <= index else { return }
        base = configuration(at: index)
        later.removeAll { $0.index <= index }
    }

    mutating func reset(to configuration: Configuration) {
        base = configuration
        later = []
    }
}
