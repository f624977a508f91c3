import Environment
import NIOCore
import Raft

/// Reads live entries back from their segments. Their payloads are slices of the buffers read, which are at most a few times as large as what
/// lives in them.
struct EntryReader {
    /// Neighbouring records are read together up to this size; a larger record alone.
    private static let readBytesMax = 1 << 20
    /// A gap of dead bytes that is read rather than skipped.
    private static let gapBytesMax: Int64 = 4096

    /// A record to read.
    struct Wanted {
        var place: RecordPlace
        /// Given back with its entries.
        var slot: Int
        var group: GroupID
    }

    let disk: any Disk
    let directory: String
    private var file: (segment: UInt64, file: any DiskFile)?

    init(disk: any Disk, directory: String) {
        self.disk = disk
        self.directory = directory
    }

    /// - Parameters:
    ///   - places: by segment and position.
    ///   - body: is given every live entry with its record's slot, a group's in order.
    mutating func read(
        _ places: [Wanted], _ body: (_ slot: Int, LogEntry) -> Void
    ) throws(JournalError) {
        var start = 0
        while start < places.count {
            let first = places[start].place
            var end = first.position + Int64(first.length)
            var next = start + 1
            while next < places.count {
                let place = places[next].place
                let placeEnd = place.position + Int64(place.length)
                guard place.segment == first.segment, place.position - end <= Self.gapBytesMax,
                    placeEnd - first.position <= Int64(Self.readBytesMax)
                else { break }
                end = placeEnd
                next += 1
            }
            let buffer = try read(first.segment, first.position..<end)
            for wanted in places[start..<next] {
                try entries(of: wanted, in: buffer, at: Int(wanted.place.position - first.position), body)
            }
            start = next
        }
    }

    private mutating func read(_ segment: UInt64, _ range: Range<Int64>) throws(JournalError) -> ByteBuffer {
        let path = directory + "/" + SegmentName.segment(segment)
        do throws(DiskError) {
            let file: any DiskFile
            if let open = self.file, open.segment == segment {
                file = open.file
            } else {
                file = try disk.open(path, .read)
                self.file = (segment, file)
            }
            let count = Int(range.upperBound - range.lowerBound)
            var buffer = ByteBufferAllocator().buffer(capacity: count)
            var failure: DiskError?
            buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: count) { target in
                do throws(DiskError) {
                    return try file.read(at: range.lowerBound, into: UnsafeMutableRawBufferPointer(rebasing: target[..<count]))
                } catch {
                    failure = error
                    return 0
                }
            }
            if let failure { throw failure }
            guard buffer.readableBytes == count else { throw DiskError(.io(0), operation: "read", path: path) }
            return buffer
        } catch { throw JournalError(error) }
    }

    private func entries(
        of wanted: Wanted, in buffer: ByteBuffer, at offset: Int, _ body: (Int, LogEntry) -> Void
    ) throws(JournalError) {
        let place = wanted.place
        var fault: RecordView.Fault?
        buffer.withUnsafeReadableBytes { bytes in
            do throws(RecordView.Fault) {
                // The scan has checked the checksum, or the writer wrote it in this run.
                let record = try RecordView(
                    UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + place.length]), generation: 0, segment: place.segment,
                    position: place.position, checksumWaived: true)
                guard record.kind == .entries, record.group == wanted.group else { throw .damaged("another record than was there") }
                record.forEachEntry { entry in
                    guard entry.index >= place.first, entry.index <= place.last else { return }
                    let payload = buffer.getSlice(at: offset + entry.offset, length: entry.length) ?? ByteBuffer()
                    body(wanted.slot, LogEntry(index: entry.index, term: entry.term, kind: entry.kind, payload: payload))
                }
            } catch { fault = error }
        }
        switch fault {
        case .damaged(let reason), .notUnderstood(let reason):
            throw .damaged(file: directory + "/" + SegmentName.segment(place.segment), offset: place.position, reason: reason)
        case nil: break
        }
    }
}
