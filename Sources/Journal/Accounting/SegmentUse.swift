import Environment

/// How much of one segment lives.
struct SegmentUse: Sendable {
    /// Where its last flush ends.
    var end: Int64 = 0
    /// Records in it that live: when none does, the segment can go (if all before it have gone).
    private(set) var liveRecords = 0
    private(set) var liveBytes: Int64 = 0
    /// Groups that have had something live here; some may not any more.
    private(set) var groups: Set<GroupID> = []

    mutating func lives(_ length: Int, _ group: GroupID) {
        liveRecords += 1
        liveBytes += Int64(length)
        groups.insert(group)
    }

    mutating func died(_ length: Int) {
        liveRecords -= 1
        liveBytes -= Int64(length)
    }
}
