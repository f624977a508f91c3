import Environment
import Raft

/// What lives where: fed with every record, in order, by recovery and by the writer. Pure.
///
/// Segments go strictly oldest first. So what is left is always an end of the whole history, and no record can come back to life
/// because the one that overwrote it is gone.
struct JournalIndex: Sendable {
    /// Groups by slot; a slot whose group was removed is nil until another group takes it. Slots, because a hash for every step of every record is
    /// what the writer's time would go to.
    private(set) var places: [GroupPlaces?] = []
    private var slotOf: [GroupID: Int] = [:]
    private var freeSlots: [Int] = []
    /// Oldest first, numbered without gaps.
    private(set) var segments: [SegmentUse] = []
    /// Bytes of records of entries that live.
    private(set) var uncheckpointedBytes: Int64 = 0

    init() {}

    // MARK: Segments

    /// Bytes of all flushes in all segments.
    var totalBytes: Int64 { segments.reduce(0) { $0 + $1.end } }

    /// Adds a segment behind the others.
    mutating func begin(segment: UInt64) {
        invariant(segments.last.map { $0.number + 1 == segment } ?? true, "segments are numbered without gaps")
        segments.append(SegmentUse(number: segment))
    }

    /// Lets the oldest segment go.
    mutating func forgetOldestSegment() {
        invariant(segments.first?.liveRecords == 0, "a segment that goes holds nothing live")
        segments.removeFirst()
    }

    /// The last flush of the newest segment ends at `end`.
    mutating func advance(to end: Int64) { segments[segments.count - 1].end = end }

    /// The number of the oldest segment in which anything lives; nil if nothing lives.
    var oldestLiving: UInt64? { segments.first { $0.liveRecords > 0 }?.number }

    // MARK: Records

    /// Whether an operation may be written behind those admitted before: it must not leave a gap, nor change what was released, or the journal
    /// would not open again.
    ///
    /// - Returns: the law that it breaks; nil if it is admitted.
    mutating func admit(_ operation: JournalBatch.Operation) -> String? {
        switch operation {
        case .hardState: return nil
        case .entries(let group, let entries):
            guard let first = entries.first, let last = entries.last else { return nil }
            let slot = slot(group)
            let log = places[slot]?.admitted ?? (.zero, .zero)
            if first.index > log.last.next { return "group \(group): entry \(first.index) follows \(log.last)" }
            if first.index <= log.released { return "group \(group): entry \(first.index) was released with \(log.released)" }
            places[slot]?.admitted.last = last.index
        case .released(let group, let mark):
            let slot = slot(group)
            let log = places[slot]?.admitted ?? (.zero, .zero)
            let released = max(log.released, mark.index)
            places[slot]?.admitted = (released, max(log.last, released))
        case .restarted(let group, let mark): places[slot(group)]?.admitted = (mark.index, mark.index)
        case .removed(let group): places[slot(group)]?.admitted = (.zero, .zero)
        }
        return nil
    }

    /// Notes a record at `position` of the newest segment.
    mutating func note(_ content: FlushWriter.Placed.Content, of group: GroupID, position: Int64, length: Int) {
        let slot = slot(group)
        guard var places = places[slot] else { return }
        // Taken out, so that its arrays have one owner and are changed in place.
        self.places[slot] = nil
        let segment = segments[segments.count - 1].number
        var removed = false
        switch content {
        case .hardState(let state):
            if let old = places.hardState { died(old.segment, Self.hardStateLength) }
            places.hardState = (state, segment)
            lives(Self.hardStateLength, slot, &places)
        case .entries(let first, let last):
            truncate(&places, from: first)
            places.entries.append(RecordPlace(segment: segment, position: position, length: length, first: first, last: last))
            uncheckpointedBytes += Int64(length)
            lives(length, slot, &places)
        case .released(let mark):
            // A mark never goes back: a late one of a slow checkpoint says nothing new.
            guard mark.index >= places.releasedIndex else { break }
            setReleased(&places, mark, slot)
            release(&places, through: mark.index)
        case .restarted(let mark):
            truncate(&places, from: .zero)
            setReleased(&places, mark, slot)
        case .removed:
            truncate(&places, from: .zero)
            if let old = places.hardState { died(old.segment, Self.hardStateLength) }
            if let old = places.released { died(old.segment, Self.markLength) }
            removed = true
        }
        if removed {
            slotOf[group] = nil
            freeSlots.append(slot)
        } else {
            places.admitted = (places.releasedIndex, places.lastIndex)
            self.places[slot] = places
        }
    }

    private static let hardStateLength = RecordFormat.headerBytes + RecordFormat.hardStateBytes
    private static let markLength = RecordFormat.headerBytes + RecordFormat.markBytes

    private mutating func slot(_ group: GroupID) -> Int {
        if let slot = slotOf[group] { return slot }
        let slot = freeSlots.popLast() ?? places.count
        if slot == places.count { places.append(nil) }
        places[slot] = GroupPlaces(group: group)
        slotOf[group] = slot
        return slot
    }

    private mutating func setReleased(_ places: inout GroupPlaces, _ mark: LogPosition, _ slot: Int) {
        if let old = places.released { died(old.segment, Self.markLength) }
        places.released = (mark, segments[segments.count - 1].number)
        lives(Self.markLength, slot, &places)
    }

    /// Everything at or above `first` is void.
    private mutating func truncate(_ places: inout GroupPlaces, from first: LogIndex) {
        while let last = places.entries.last, last.last >= first {
            if last.first < first {
                places.entries[places.entries.count - 1].last = first.previous
                return
            }
            places.entries.removeLast()
            entriesDied(last)
        }
    }

    /// Everything up to and with `index` is no longer needed.
    private mutating func release(_ places: inout GroupPlaces, through index: LogIndex) {
        let live = places.entries.firstIndex { $0.last > index } ?? places.entries.count
        for place in places.entries[..<live] { entriesDied(place) }
        places.entries.removeFirst(live)
        if let first = places.entries.first, first.first <= index { places.entries[0].first = index.next }
    }

    private mutating func entriesDied(_ place: RecordPlace) {
        uncheckpointedBytes -= Int64(place.length)
        died(place.segment, place.length)
    }

    private mutating func lives(_ length: Int, _ slot: Int, _ places: inout GroupPlaces) {
        let newest = segments.count - 1
        segments[newest].lives(length)
        let number = segments[newest].number
        if places.listedBy != number {
            places.listedBy = number
            segments[newest].slots.append(slot)
        }
    }

    private mutating func died(_ segment: UInt64, _ length: Int) {
        // Live records stand in segments that are there, and those are numbered without gaps.
        segments[Int(segment - segments[0].number)].died(length)
    }

    /// The groups for which this is the oldest segment with a live entry, or that have their hard state or mark in it; in order of their ids.
    func living(in segment: SegmentUse) -> [GroupPlaces] {
        guard segment.liveRecords > 0 else { return [] }
        let number = segment.number
        let found = Set(segment.slots).compactMap { slot -> GroupPlaces? in
            guard let places = places[slot] else { return nil }
            let lives =
                places.hardState?.segment == number || places.released?.segment == number || places.entries.first?.segment == number
            return lives ? places : nil
        }
        return found.sorted { $0.group < $1.group }
    }
}
