import Environment
import NIOCore
import Raft

/// Reads a journal that a stopped node left. Changes nothing.
struct JournalRecovery {
    let disk: any Disk
    let directory: String
    let acceptsTornTail: Bool

    private(set) var index = JournalIndex()
    /// The segment in which the log ends, and where; nil if there is no journal yet.
    private(set) var tail: (segment: UInt64, end: Int64)?
    /// The last whole flush: it is there, but nothing proves that it is durable.
    private(set) var lastFlush: (segment: UInt64, range: Range<Int64>)?
    private(set) var nextSequence: UInt64 = 1
    /// Segment files that were begun and hold no flush.
    private(set) var unused: [UInt64] = []
    /// Former segment files, for reuse.
    private(set) var spares: [UInt64] = []
    private(set) var tornBytes: Int64 = 0

    init(disk: any Disk, directory: String, acceptsTornTail: Bool) {
        self.disk = disk
        self.directory = directory
        self.acceptsTornTail = acceptsTornTail
    }

    func path(_ segment: UInt64) -> String { directory + "/" + SegmentName.segment(segment) }

    /// First pass: every record of every segment is checked and accounted; the end of the log is found, or damage.
    mutating func scan() throws(JournalError) {
        let numbers = try list()
        var expected: UInt64?
        var oldestNeeded: UInt64 = 0
        for (number, next) in zip(numbers, numbers.dropFirst()) where next != number + 1 { throw .missing(file: path(number + 1)) }
        for (place, number) in numbers.enumerated() {
            var segment = try self.segment(number, expected: expected)
            index.begin(segment: number)
            let stop = try segment.run { found, end in
                for record in found {
                    index.note(record.content, of: record.group, position: record.position, length: record.length)
                }
                index.advance(to: end)
            }
            expected = segment.nextSequence
            if let last = segment.lastFlush { lastFlush = (number, last) }
            oldestNeeded = segment.lastHeader?.oldestSegment ?? oldestNeeded
            tail = (number, stop.position)
            if place + 1 < numbers.count, let expected, numbers[place + 1] == number + 1 {
                let next = try self.segment(number + 1, expected: expected)
                if let header = try next.header(at: 0), header.sequence == expected, header.durableSegment == number,
                    header.durableEnd == stop.position
                {
                    continue
                }
            }
            try refuseIfDamaged(segment, stop, later: numbers[(place + 1)...])
            unused = Array(numbers[(place + 1)...])
            if let torn = try segment.header(at: stop.position), torn.sequence == expected ?? 1 { tornBytes = torn.length }
            break
        }
        nextSequence = expected ?? 1
        if let first = numbers.first, oldestNeeded > 0, oldestNeeded < first { throw .missing(file: path(oldestNeeded)) }
    }

    private mutating func list() throws(JournalError) -> [UInt64] {
        var numbers: [UInt64] = []
        do {
            guard try disk.exists(directory) else { return [] }
            for name in try disk.list(directory) {
                switch SegmentName.parse(name) {
                case .segment(let number): numbers.append(number)
                case .spare(let number): spares.append(number)
                case nil: break
                }
            }
        } catch { throw JournalError(error) }
        return numbers.sorted()
    }

    private func segment(_ number: UInt64, expected: UInt64?) throws(JournalError) -> SegmentScan {
        do {
            return SegmentScan(
                segment: number, path: path(number), window: try ReadWindow(try disk.open(path(number), .read)), nextSequence: expected,
                acceptsTornTail: acceptsTornTail)
        } catch { throw JournalError(error) }
    }

    /// A torn tail is what was being written when the node stopped; anything with a younger flush behind it was durable.
    private func refuseIfDamaged(_ scan: SegmentScan, _ stop: SegmentScan.Stop, later: ArraySlice<UInt64>) throws(JournalError) {
        if try scan.youngerFlush(from: stop.position) != nil {
            throw .damaged(file: scan.path, offset: stop.position, reason: stop.reason)
        }
        for number in later {
            // Nothing at all could be read before: then any flush is a younger one.
            let segment = try self.segment(number, expected: scan.nextSequence ?? 0)
            if try segment.youngerFlush(from: 0) != nil {
                throw .damaged(file: scan.path, offset: stop.position, reason: stop.reason)
            }
        }
    }

    /// Second pass: reads what lives.
    func groups() throws(JournalError) -> [GroupID: RecoveredGroup] {
        var wanted: [EntryReader.Wanted] = []
        var counts = [Int](repeating: 0, count: index.places.count)
        for (slot, places) in index.places.enumerated() {
            guard let places else { continue }
            var next = places.releasedIndex.next
            for place in places.entries {
                guard place.first == next else {
                    throw .inconsistent(group: places.group, reason: "entry \(next) is missing: the next is \(place.first)")
                }
                next = place.last.next
                wanted.append(EntryReader.Wanted(place: place, slot: slot, group: places.group))
            }
            if let first = places.entries.first {
                // The indexes were found consecutive, over records that lie in memory's reach: the difference fits.
                counts[slot] = Int(clamping: next.rawValue - first.first.rawValue)
            }
        }
        wanted.sort { ($0.place.segment, $0.place.position) < ($1.place.segment, $1.place.position) }
        var entries = counts.map { count in
            var entries: [LogEntry] = []
            entries.reserveCapacity(count)
            return entries
        }
        var reader = EntryReader(disk: disk, directory: directory)
        try reader.read(wanted) { slot, entry in entries[slot].append(entry) }

        var result: [GroupID: RecoveredGroup] = [:]
        for (slot, places) in index.places.enumerated() {
            guard let places else { continue }
            var recovered = RecoveredGroup()
            recovered.hardState = places.hardState?.state
            recovered.released = places.released?.position ?? .zero
            recovered.entries = entries[slot]
            result[places.group] = recovered
        }
        return result
    }
}
