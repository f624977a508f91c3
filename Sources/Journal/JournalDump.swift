public import Environment
public import Raft

/// Reads a journal as it lies on the disk, damage included: what `martlet dump journal` prints. Changes nothing.
public enum JournalDump {
    /// What stands at one place of a segment file.
    public enum Item: Sendable, Equatable {
        /// The header of a flush, written and synced as one.
        case flush(sequence: UInt64, bytes: Int64, records: Int, oldestSegment: UInt64)
        case hardState(GroupID, HardState)
        case entries(GroupID, first: LogPosition, last: LogPosition, bytes: Int)
        case released(GroupID, LogPosition)
        case restarted(GroupID, LogPosition)
        case removed(GroupID)
        /// Something that is no sound flush or record. At the end of the last segment that is a torn tail, or nothing ever written.
        case damaged(reason: String)
    }

    /// One item and its place.
    public struct Line: Sendable, Equatable {
        public var file: String
        public var position: Int64
        public var item: Item
    }

    /// Gives every item to `body`, oldest first, until it returns false.
    public static func read(
        disk: any Disk, directory: String = "journal", _ body: (Line) throws -> Bool
    ) throws {
        for name in try disk.list(directory) {
            guard case .segment(let number) = SegmentName.parse(name) else { continue }
            let path = directory + "/" + name
            // Any flush is younger than flush 0: after damage the next sound header is looked for.
            let scan = SegmentScan(
                segment: number, path: path, window: try ReadWindow(try disk.open(path, .read)), nextSequence: 0, acceptsTornTail: false)
            var position: Int64 = 0
            while position < scan.window.size {
                if let header = try scan.header(at: position) {
                    var lines: [Line] = []
                    let whole = try add(header, at: position, in: scan, to: &lines)
                    for line in lines { if try !body(line) { return } }
                    position += whole ? header.length : Int64(FlushHeader.alignment)
                    if whole { continue }
                } else if try !body(Line(file: path, position: position, item: .damaged(reason: "no flush header"))) {
                    return
                }
                guard let next = try scan.youngerFlush(from: position + 1) else { break }
                position = next.position
            }
        }
    }

    /// - Returns: whether the flush is whole.
    private static func add(_ header: FlushHeader, at position: Int64, in scan: SegmentScan, to lines: inout [Line]) throws -> Bool {
        let flush = Item.flush(
            sequence: header.sequence, bytes: header.length, records: Int(header.records), oldestSegment: header.oldestSegment)
        lines.append(Line(file: scan.path, position: position, item: flush))
        guard header.length <= scan.window.size - position, let length = Int(exactly: header.length),
            let bytes = try scan.window.bytes(at: position, count: length)
        else {
            lines.append(Line(file: scan.path, position: position, item: .damaged(reason: "a flush is cut off")))
            return false
        }
        var reader = FlushReader(header, bytes, segment: scan.segment, position: position)
        do throws(RecordView.Fault) {
            while let (record, position) = try reader.next() {
                lines.append(Line(file: scan.path, position: position, item: item(record)))
            }
            return true
        } catch {
            switch error {
            case .damaged(let reason), .notUnderstood(let reason):
                lines.append(Line(file: scan.path, position: reader.recordPosition, item: .damaged(reason: reason)))
            }
            return false
        }
    }

    private static func item(_ record: RecordView) -> Item {
        switch record.kind {
        case .hardState: return .hardState(record.group, record.hardState)
        case .released: return .released(record.group, record.mark)
        case .restarted: return .restarted(record.group, record.mark)
        case .removed: return .removed(record.group)
        case .entries:
            return .entries(
                record.group, first: LogPosition(index: record.index, term: record.firstTerm),
                last: LogPosition(index: record.lastIndex, term: record.lastTerm), bytes: record.length)
        }
    }
}
