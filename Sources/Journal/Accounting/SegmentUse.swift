/// How much of one segment lives.
struct SegmentUse: Sendable {
    let number: UInt64
    /// Where its last flush ends.
    var end: Int64 = 0
    /// Records in it that live: when none does, the segment can go (if all before it have gone).
    private(set) var liveRecords = 0
    private(set) var liveBytes: Int64 = 0
    /// Slots of groups that have had something live here; some may not any more, some may stand here twice.
    var slots: [Int] = []

    init(number: UInt64) { self.number = number }

    mutating func lives(_ length: Int) {
        liveRecords += 1
        liveBytes += Int64(length)
    }

    mutating func died(_ length: Int) {
        liveRecords -= 1
        liveBytes -= Int64(length)
    }
}
