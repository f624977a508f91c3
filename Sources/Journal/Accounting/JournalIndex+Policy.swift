import Environment
import Raft

extension JournalLimits {
    /// Where the journal begins to press: opening reads all of it, so it should not come near its cap for long.
    var totalBytesWanted: Int64 { min(totalBytesMax, uncheckpointedBytesMax.multipliedReportingOverflow(by: 2).partialValue) }
}

extension JournalIndex {
    /// What to write again so that the oldest segment can go.
    enum Reappend {
        case hardState(GroupID, HardState)
        case released(GroupID, LogPosition)
        /// A group's whole log, as it lies in these records.
        case entries(GroupID, [RecordPlace])
    }

    /// What to re-append now: nothing while the journal is small; then what is cheap to move out of the oldest segment; at the cap all that may
    /// be moved. A group whose log is long waits for its checkpoint.
    ///
    /// The newest segment is being written and never goes.
    func reappends(limits: JournalLimits) -> [Reappend] {
        let total = totalBytes
        guard total > limits.uncheckpointedBytesMax else { return [] }
        guard segments.count > 1, let oldest = segments.first, oldest.liveRecords > 0 else { return [] }
        guard total > limits.totalBytesWanted || oldest.liveBytes <= limits.segmentBytes / 8 else { return [] }
        var result: [Reappend] = []
        var bytes = 0
        for places in living(in: oldest) {
            if bytes >= limits.syncBytesMax { break }
            if let held = places.hardState, held.segment == oldest.number {
                result.append(.hardState(places.group, held.state))
                bytes += 64
            }
            // The mark goes first: a log re-appended begins behind it.
            if let held = places.released, held.segment == oldest.number {
                result.append(.released(places.group, held.position))
                bytes += 64
            }
            if places.entries.first?.segment == oldest.number, places.entryBytes <= limits.reappendBytesMax {
                result.append(.entries(places.group, places.entries))
                bytes += Int(places.entryBytes)
            }
        }
        return result
    }

    /// The groups whose entries pin the oldest segments, when there is more than the limits want; else none. Not more than are needed to come
    /// back to three quarters of the limit, and at most 256.
    func checkpointWanted(limits: JournalLimits) -> [GroupID] {
        let total = totalBytes
        guard uncheckpointedBytes > limits.uncheckpointedBytesMax || total > limits.totalBytesWanted else { return [] }
        let excess = max(uncheckpointedBytes - limits.uncheckpointedBytesMax / 4 * 3, total - limits.totalBytesWanted / 4 * 3)
        var result: [GroupID] = []
        var found: Int64 = 0
        for segment in segments where found < excess {
            for places in living(in: segment) where places.entries.first?.segment == segment.number {
                result.append(places.group)
                found += places.entryBytes
                if found >= excess || result.count == 256 { return result }
            }
        }
        return result
    }
}
