import Environment
import NIOCore
import RecordLog

/// What a log must hold: the batches applied, in an array.
struct LogModel {
    struct Batch {
        var log: LogBatch
        var timestamps: [Int64]
    }

    /// One committed entry of the partition's group.
    enum Entry {
        case append([Batch])
        case advance(Int64)
        case epoch(Int32)
    }

    /// Entry i has index i + 1.
    var entries: [Entry] = []
    var batches: [Batch] = []
    var start: Int64 = 0
    var end: Int64 = 0
    var epochs: [EpochTable.Entry] = []

    mutating func apply(_ entry: Entry) {
        entries.append(entry)
        switch entry {
        case .append(let new):
            for batch in new { begin(batch.log.leaderEpoch, at: batch.log.baseOffset) }
            batches += new
            end = new.last.map { $0.log.lastOffset + 1 } ?? end
        case .advance(let offset):
            start = max(start, min(offset, end))
            if let floor = epochs.lastIndex(where: { $0.startOffset <= start }) {
                epochs.removeFirst(floor)
                epochs[0].startOffset = start
            }
        case .epoch(let epoch): begin(epoch, at: end)
        }
    }

    private mutating func begin(_ epoch: Int32, at offset: Int64) {
        guard epoch > epochs.last?.epoch ?? -1 else { return }
        epochs.removeAll { $0.startOffset >= offset }
        epochs.append(EpochTable.Entry(epoch: epoch, startOffset: offset))
    }

    /// The first batch that can be read from an offset on.
    func firstBatch(from offset: Int64) -> Int? {
        var low = 0
        var high = batches.count
        while low < high {
            let middle = (low + high) / 2
            if batches[middle].log.lastOffset < offset { low = middle + 1 } else { high = middle }
        }
        return low < batches.count ? low : nil
    }

    /// The first record at or after a time.
    func firstRecord(atOrAfter time: Int64) -> FoundRecord? {
        for batch in batches {
            for (number, timestamp) in batch.timestamps.enumerated() {
                let offset = batch.log.baseOffset + Int64(number)
                if timestamp >= time && offset >= start {
                    return FoundRecord(offset: offset, timestamp: timestamp, leaderEpoch: batch.log.leaderEpoch)
                }
            }
        }
        return nil
    }
}
