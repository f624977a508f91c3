/// Where the batches of a segment lie: a sparse table from offset to position, and from timestamp to position.
///
/// A cache of the segment file, kept in memory for the segments in use and written beside them at checkpoints. It gives places to begin a scan
/// at; what stands there is read from the file. Its memory is bounded: at the limit every second entry goes and the interval doubles.
struct SegmentIndex: Hashable, Sendable {
    /// A batch of the segment.
    struct Entry: Hashable, Sendable {
        /// Less the segment's base offset.
        var relativeOffset: UInt32
        var position: UInt32
        /// The largest timestamp of the batches before this one; -1 for none.
        var maxTimestampBefore: Int64
    }

    /// Ascending in offset and position; the timestamps never descend.
    private(set) var entries: [Entry] = []
    /// Bytes of the segment that have been gone through.
    private(set) var coveredBytes: Int64 = 0
    /// The largest timestamp of the batches gone through; -1 for none.
    private(set) var maxTimestamp: Int64 = -1
    /// Bytes between two entries.
    private(set) var interval: Int

    /// Entries kept (16 bytes each). At the limit every second one is dropped: a scan then reads up to twice as far.
    static let countMax = 4096

    init(interval: Int) { self.interval = max(1, interval) }

    /// - Returns: nil if the entries are not ascending, too many, or reach beyond what is covered.
    init?(entries: [Entry], coveredBytes: Int64, maxTimestamp: Int64, interval: Int) {
        guard entries.count <= Self.countMax, interval > 0 else { return nil }
        if let last = entries.last, Int64(last.position) >= coveredBytes || last.maxTimestampBefore > maxTimestamp { return nil }
        for (a, b) in zip(entries, entries.dropFirst())
        where a.relativeOffset >= b.relativeOffset || a.position >= b.position || a.maxTimestampBefore > b.maxTimestampBefore { return nil }
        self.entries = entries
        self.coveredBytes = coveredBytes
        self.maxTimestamp = maxTimestamp
        self.interval = interval
    }

    /// Takes note of the next batch. The caller makes sure that the numbers fit (a segment begins anew before they do not).
    mutating func note(relativeOffset: Int64, size: Int, maxTimestamp: Int64) {
        if coveredBytes - Int64(entries.last?.position ?? 0) >= Int64(interval), let offset = UInt32(exactly: relativeOffset),
            let position = UInt32(exactly: coveredBytes)
        {
            if entries.count >= Self.countMax {
                entries = stride(from: 0, to: entries.count, by: 2).map { entries[$0] }
                interval = interval > Int.max / 2 ? interval : interval * 2
            }
            entries.append(Entry(relativeOffset: offset, position: position, maxTimestampBefore: self.maxTimestamp))
        }
        coveredBytes += Int64(size)
        self.maxTimestamp = max(self.maxTimestamp, maxTimestamp)
    }

    /// Forgets what lies at or beyond `size` bytes: the file was cut there. Another scan may be needed from the last entry left.
    ///
    /// - Parameter maxTimestamp: of the batches before `size`, as the manifest has it.
    mutating func cut(to size: Int64) {
        guard coveredBytes > size else { return }
        while let last = entries.last, Int64(last.position) >= size { entries.removeLast() }
        // Whether a batch ends at `size` is not known here: go back to a place where one begins.
        coveredBytes = Int64(entries.last?.position ?? 0)
        maxTimestamp = entries.popLast()?.maxTimestampBefore ?? -1
    }

    /// The last entry whose batch begins at or before an offset; nil: begin at the beginning.
    func floor(relativeOffset: Int64) -> Entry? { last { Int64($0.relativeOffset) <= relativeOffset } }

    /// The last entry before which no batch reaches the timestamp.
    func floor(timestamp: Int64) -> Entry? { last { $0.maxTimestampBefore < timestamp } }

    /// The last entry at or before both a position and an offset.
    func floor(position: Int64, relativeOffset: Int64) -> Entry? {
        last { Int64($0.position) <= position && Int64($0.relativeOffset) <= relativeOffset }
    }

    /// The last entry for which a condition holds that holds for all before it.
    private func last(where holds: (Entry) -> Bool) -> Entry? {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if holds(entries[middle]) { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? entries[low - 1] : nil
    }
}
