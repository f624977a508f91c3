/// Sparse pairs of an offset and the Raft entry whose application made it the log's end, to find one from the other.
public struct AppliedMarks: Hashable, Sendable {
    public struct Mark: Hashable, Sendable {
        /// The log end once the entry was applied.
        public var endOffset: Int64
        public var applied: AppliedPosition

        public init(endOffset: Int64, applied: AppliedPosition) {
            self.endOffset = endOffset
            self.applied = applied
        }
    }

    /// Ascending in all fields.
    public private(set) var entries: [Mark] = []
    /// Bytes of log between two marks; doubles each time there are too many.
    private var interval: Int64 = 1 << 20
    private var bytesSinceLast: Int64 = 0

    /// Marks kept. At the limit every second one is dropped.
    static let countMax = 256

    public init() {}

    /// - Returns: nil if the entries are not ascending or too many.
    public init?(_ entries: [Mark]) {
        guard entries.count <= Self.countMax else { return nil }
        for (a, b) in zip(entries, entries.dropFirst())
        where a.endOffset > b.endOffset || a.applied.index >= b.applied.index || a.applied.term > b.applied.term { return nil }
        self.entries = entries
    }

    /// Notes an entry that added `bytes` to the log; kept only if the last mark lies far enough behind.
    mutating func note(_ mark: Mark, bytes: Int) {
        bytesSinceLast += Int64(bytes)
        guard entries.isEmpty || bytesSinceLast >= interval, mark.applied.index > entries.last?.applied.index ?? 0 else { return }
        bytesSinceLast = 0
        if entries.count >= Self.countMax {
            entries = entries.enumerated().compactMap { $0.offset.isMultiple(of: 2) ? $0.element : nil }
            interval *= 2
        }
        entries.append(mark)
    }

    /// The newest mark whose end offset is not above `offset`.
    public func last(notAbove offset: Int64) -> Mark? { entries.last { $0.endOffset <= offset } }

    /// The newest mark whose entry is not above `index`.
    public func last(notAboveIndex index: UInt64) -> Mark? { entries.last { $0.applied.index <= index } }

    /// Forgets marks below a new log start, but the newest of them.
    mutating func removeBelow(_ offset: Int64) {
        guard let floor = entries.lastIndex(where: { $0.endOffset <= offset }) else { return }
        entries.removeFirst(floor)
    }

    mutating func removeAll() {
        entries = []
        bytesSinceLast = 0
    }
}
