/// Which leader epoch began at which offset (KIP-101), for OffsetForLeaderEpoch and for consumers that detect truncation (KIP-320).
public struct EpochTable: Hashable, Sendable {
    public struct Entry: Hashable, Sendable {
        public var epoch: Int32
        /// The log end when the epoch began.
        public var startOffset: Int64

        public init(epoch: Int32, startOffset: Int64) {
            self.epoch = epoch
            self.startOffset = startOffset
        }
    }

    /// Ascending in both fields.
    public private(set) var entries: [Entry] = []

    public init() {}

    /// - Returns: nil if the entries are not ascending.
    public init?(_ entries: [Entry]) {
        for (a, b) in zip(entries, entries.dropFirst()) where a.epoch >= b.epoch || a.startOffset > b.startOffset { return nil }
        self.entries = entries
    }

    /// The epoch of the newest leader known.
    public var latest: Int32? { entries.last?.epoch }

    /// Notes that `epoch` begins at `offset`. An epoch that is not newer than the latest is known already.
    public mutating func begin(_ epoch: Int32, at offset: Int64) {
        guard epoch >= 0, epoch > entries.last?.epoch ?? -1 else { return }
        // An epoch in which nothing was written has no offsets: the newer one takes its place, as an ordered table needs one start each.
        if let last = entries.last, last.startOffset >= offset { entries.removeLast() }
        entries.append(Entry(epoch: epoch, startOffset: offset))
    }

    /// What OffsetForLeaderEpoch answers: the largest epoch not above `epoch` and the offset at which it ended; nil if that is not known.
    ///
    /// - Parameter logEnd: where the latest epoch ends.
    public func end(of epoch: Int32, logEnd: Int64) -> (epoch: Int32, endOffset: Int64)? {
        guard epoch >= 0, let last = entries.last else { return nil }
        if epoch == last.epoch { return (epoch, logEnd) }
        // A newer epoch than any known has not been seen here yet.
        guard let next = entries.firstIndex(where: { $0.epoch > epoch }) else { return nil }
        // Older than all that is left: whatever it wrote lies below the first entry.
        let floor = next > 0 ? entries[next - 1].epoch : epoch
        return (floor, entries[next].startOffset)
    }

    /// The epoch in which the record at `offset` was written; nil if unknown.
    public func epoch(at offset: Int64) -> Int32? { entries.last { $0.startOffset <= offset }?.epoch }

    /// Forgets what lies below a new log start. The epoch in which the new start lies stays, from there.
    public mutating func removeBelow(_ offset: Int64) {
        guard let floor = entries.lastIndex(where: { $0.startOffset <= offset }) else { return }
        entries.removeFirst(floor)
        entries[0].startOffset = offset
    }
}
