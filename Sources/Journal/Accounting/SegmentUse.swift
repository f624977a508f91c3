import Environment

/// How much of one segment lives.
struct SegmentUse: Sendable {
    /// Where its last flush ends.
    var end: Int64 = 0
    /// Records in it that live: when none does, the segment can go (if all before it have gone).
    var liveRecords = 0
    var liveBytes: Int64 = 0
    /// Groups that have had something live here; some may not any more.
    var groups: Set<GroupID> = []
}
