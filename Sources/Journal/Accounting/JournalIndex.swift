import Environment
import Raft

/// What lives where: fed with every record, in order, by recovery and by the writer after each sync. Pure.
///
/// Segments go strictly oldest first. So what is left is always an end of the whole history, and no record can come back to life
/// because the one that overwrote it is gone.
struct JournalIndex: Sendable {
    private(set) var groups: [GroupID: GroupPlaces] = [:]
    private(set) var segments: [UInt64: SegmentUse] = [:]
    /// Bytes of records of entries that live.
    private(set) var uncheckpointedBytes: Int64 = 0

    init() {}

    /// The segments, oldest first.
    var segmentNumbers: [UInt64] { segments.keys.sorted() }

    /// Bytes of all flushes in all segments.
    var totalBytes: Int64 { segments.values.reduce(0) { $0 + $1.end } }

    mutating func begin(segment: UInt64) { segments[segment] = SegmentUse() }

    mutating func forget(segment: UInt64) {
        invariant(segments[segment]?.liveRecords == 0, "a segment that goes holds nothing live")
        segments[segment] = nil
    }

    /// A segment file turned out to hold nothing.
    mutating func drop(segment: UInt64) { segments[segment] = nil }

    /// A flush in `segment` ends at `end`.
    mutating func advance(segment: UInt64, to end: Int64) { segments[segment, default: SegmentUse()].end = end }

    /// Notes a record at `position` of `segment`.
    mutating func note(_ content: FlushWriter.Placed.Content, of group: GroupID, segment: UInt64, position: Int64, length: Int) {
        var places = groups[group] ?? GroupPlaces()
        // One owner: the arrays are changed in place.
        groups[group] = nil
        var removed = false
        switch content {
        case .hardState(let state):
            if let old = places.hardState { died(old.segment, Self.hardStateLength) }
            places.hardState = (state, segment)
            lives(segment, Self.hardStateLength, group)
        case .entries(let first, let last):
            truncate(&places, from: first)
            places.entries.append(RecordPlace(segment: segment, position: position, length: length, first: first, last: last))
            uncheckpointedBytes += Int64(length)
            lives(segment, length, group)
        case .released(let mark):
            // A mark never goes back: a late one of a slow checkpoint says nothing new.
            guard mark.index >= places.releasedIndex else { break }
            setReleased(&places, mark, segment, group)
            release(&places, through: mark.index)
        case .restarted(let mark):
            truncate(&places, from: .zero)
            setReleased(&places, mark, segment, group)
        case .removed:
            truncate(&places, from: .zero)
            if let old = places.hardState { died(old.segment, Self.hardStateLength) }
            if let old = places.released { died(old.segment, Self.markLength) }
            removed = true
        }
        if !removed { groups[group] = places }
    }

    private static let hardStateLength = RecordFormat.headerBytes + RecordFormat.hardStateBytes
    private static let markLength = RecordFormat.headerBytes + RecordFormat.markBytes

    private mutating func setReleased(_ places: inout GroupPlaces, _ mark: LogPosition, _ segment: UInt64, _ group: GroupID) {
        if let old = places.released { died(old.segment, Self.markLength) }
        places.released = (mark, segment)
        lives(segment, Self.markLength, group)
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
        let dead = places.entries.prefix { $0.last <= index }
        for place in dead { entriesDied(place) }
        places.entries.removeFirst(dead.count)
        if let first = places.entries.first, first.first <= index { places.entries[0].first = index.next }
    }

    private mutating func entriesDied(_ place: RecordPlace) {
        uncheckpointedBytes -= Int64(place.length)
        died(place.segment, place.length)
    }

    private mutating func lives(_ segment: UInt64, _ length: Int, _ group: GroupID) {
        segments[segment, default: SegmentUse()].lives(length, group)
    }

    private mutating func died(_ segment: UInt64, _ length: Int) {
        // A record of a segment that recovery did not find any more was noted nowhere.
        segments[segment]?.died(length)
    }

    /// The groups for which this is the oldest segment with a live entry, or that have their hard state or mark in it; in order of their ids.
    func living(in segment: UInt64) -> [(group: GroupID, places: GroupPlaces)] {
        guard let use = segments[segment], use.liveRecords > 0 else { return [] }
        return use.groups.sorted().compactMap { group in
            guard let places = groups[group] else { return nil }
            let lives =
                places.hardState?.segment == segment || places.released?.segment == segment || places.entries.first?.segment == segment
            return lives ? (group, places) : nil
        }
    }
}
