import Environment
import NIOCore
import Raft

/// Lays out one flush: its header, small payloads and padding in one scratch buffer, large payloads where their owners have them.
///
/// Two passes: ``add(_:)`` measures and cuts entries into records; ``write(_:to:)`` fills in and hands the pieces to one gathered write. The
/// operations, and so the payloads, are held until the writer goes.
struct FlushWriter {
    /// Where a record went: what the accounting needs.
    struct Placed {
        enum Content {
            case hardState(HardState)
            case entries(first: LogIndex, last: LogIndex)
            case released(LogPosition)
            case restarted(LogPosition)
            case removed
        }

        var group: GroupID
        var content: Content
        /// From the first byte of the flush.
        var offset: Int
        /// Of header and body.
        var length: Int
    }

    private struct Record {
        var operation: Int
        /// The entries of the operation that go into this record.
        var entries: Range<Int>
        var length: Int
    }

    /// Payloads up to this size are copied: cheaper than one more piece of a gathered write.
    private static let copiedPayloadBytes = 1024

    private var operations: [JournalBatch.Operation] = []
    private var records: [Record] = []
    private var scratchBytes = FlushHeader.bytes
    /// Bytes so far, header included and padding at the end not.
    private var used = FlushHeader.bytes

    init() {}

    var isEmpty: Bool { records.isEmpty }

    /// Bytes of the whole flush.
    var length: Int {
        // Lengths come from memory we hold; they cannot overflow.
        used.roundedUp(to: FlushHeader.alignment) ?? used
    }

    mutating func add(_ operation: JournalBatch.Operation) {
        let number = operations.count
        operations.append(operation)
        switch operation {
        case .hardState: addRecord(number, 0..<0, body: RecordFormat.hardStateBytes)
        case .released, .restarted: addRecord(number, 0..<0, body: RecordFormat.markBytes)
        case .removed: addRecord(number, 0..<0, body: 0)
        case .entries(_, let entries):
            var start = 0
            var body = 0
            for (position, entry) in entries.enumerated() {
                let more = RecordFormat.entryBytes + entry.payload.readableBytes
                if position > start, body + more > RecordFormat.entriesRecordBytes {
                    addRecord(number, start..<position, body: body)
                    start = position
                    body = 0
                }
                body += more
                scratchBytes +=
                    RecordFormat.entryBytes + (entry.payload.readableBytes <= Self.copiedPayloadBytes ? entry.payload.readableBytes : 0)
            }
            addRecord(number, start..<entries.count, body: body)
        }
        if case .entries = operation { return }
        scratchBytes += RecordFormat.hardStateBytes
    }

    private mutating func addRecord(_ operation: Int, _ entries: Range<Int>, body: Int) {
        let length = RecordFormat.headerBytes + body
        records.append(Record(operation: operation, entries: entries, length: length))
        scratchBytes += RecordFormat.headerBytes + RecordFormat.alignment
        used += length.roundedUp(to: RecordFormat.alignment) ?? length
    }

    /// Fills in the flush and calls `body` with its pieces, in order; they are valid during the call.
    ///
    /// - Parameter scratch: reused between flushes.
    /// - Returns: where each record went, in order.
    func write<Failure: Error>(
        _ header: FlushHeader, segment: UInt64, position: Int64, scratch: inout [UInt8],
        to body: (_ pieces: [UnsafeRawBufferPointer]) throws(Failure) -> Void
    ) throws(Failure) -> [Placed] {
        let scratchNeeded = scratchBytes + FlushHeader.alignment
        if scratch.count < scratchNeeded { scratch = [UInt8](repeating: 0, count: scratchNeeded.roundedUp(to: 4096) ?? scratchNeeded) }
        var header = header
        header.records = UInt32(records.count)
        header.length = Int64(length)
        return try scratch.withUnsafeMutableBufferPointer { scratch throws(Failure) -> [Placed] in
            var layout = Layout(UnsafeMutableRawBufferPointer(scratch), header: header, segment: segment, position: position)
            for record in records { layout.add(operations[record.operation], record.entries, length: record.length) }
            layout.finish(length: length)
            try body(layout.pieces)
            return layout.placed
        }
    }

    /// The second pass.
    private struct Layout {
        let scratch: UnsafeMutableRawBufferPointer
        let header: FlushHeader
        let segment: UInt64
        let position: Int64
        /// Written so far, of the scratch buffer and of the flush.
        var cursor = FlushHeader.bytes
        var offset = FlushHeader.bytes
        /// Where the scratch bytes begin that are not yet part of a piece.
        var pieceStart = 0
        var pieces: [UnsafeRawBufferPointer] = []
        var placed: [Placed] = []

        init(_ scratch: UnsafeMutableRawBufferPointer, header: FlushHeader, segment: UInt64, position: Int64) {
            self.scratch = scratch
            self.header = header
            self.segment = segment
            self.position = position
            header.encode(into: scratch, segment: segment, position: position)
        }

        mutating func add(_ operation: JournalBatch.Operation, _ range: Range<Int>, length: Int) {
            let start = cursor
            let recordOffset = offset
            var checksum = Checksum(generation: header.generation, segment: segment, position: position + Int64(offset))
            scratch.store(UInt32(length), at: start + 4)
            scratch.store(RecordFormat.version, at: start + 9)
            scratch.store(0 as UInt16, at: start + 10)
            let body = start + RecordFormat.headerBytes
            let group: GroupID
            let content: Placed.Content
            switch operation {
            case .hardState(let id, let state):
                group = id
                content = .hardState(state)
                head(start, .hardState, count: 0, id, .zero)
                scratch.store(state.term.rawValue, at: body)
                scratch.store(state.vote == nil ? 0 : 1 as UInt32, at: body + 8)
                scratch.store(state.vote?.node.rawValue ?? 0, at: body + 12)
                scratch.store(state.vote?.directory ?? 0, at: body + 16)
                cursor = body + RecordFormat.hardStateBytes
            case .released(let id, let mark), .restarted(let id, let mark):
                group = id
                let isRelease = if case .released = operation { true } else { false }
                content = isRelease ? .released(mark) : .restarted(mark)
                head(start, isRelease ? .released : .restarted, count: 0, id, mark.index)
                scratch.store(mark.term.rawValue, at: body)
                cursor = body + RecordFormat.markBytes
            case .removed(let id):
                group = id
                content = .removed
                head(start, .removed, count: 0, id, .zero)
                cursor = body
            case .entries(let id, let entries):
                group = id
                let first = entries[range.lowerBound].index
                content = .entries(first: first, last: entries[range.upperBound - 1].index)
                head(start, .entries, count: UInt32(range.count), id, first)
                cursor = body
                for entry in entries[range] {
                    scratch.store(entry.term.rawValue, at: cursor)
                    scratch.store(UInt32(entry.payload.readableBytes), at: cursor + 8)
                    scratch.store(UInt32(entry.kind.rawValue), at: cursor + 12)
                    cursor += RecordFormat.entryBytes
                }
            }
            checksum.add(UnsafeRawBufferPointer(rebasing: scratch[start + 4..<cursor]))
            if case .entries(_, let entries) = operation {
                for entry in entries[range] { add(entry.payload, &checksum) }
            }
            scratch.store(checksum.value, at: start)
            offset += length
            pad(to: RecordFormat.alignment)
            placed.append(Placed(group: group, content: content, offset: recordOffset, length: length))
        }

        private func head(_ start: Int, _ kind: RecordFormat.Kind, count: UInt32, _ group: GroupID, _ index: LogIndex) {
            scratch.store(kind.rawValue, at: start + 8)
            scratch.store(count, at: start + 12)
            scratch.store(group.rawValue, at: start + 16)
            scratch.store(index.rawValue, at: start + 24)
        }

        private mutating func add(_ payload: ByteBuffer, _ checksum: inout Checksum) {
            payload.withUnsafeReadableBytes { bytes in
                checksum.add(bytes)
                if bytes.count <= FlushWriter.copiedPayloadBytes {
                    UnsafeMutableRawBufferPointer(rebasing: scratch[cursor..<cursor + bytes.count]).copyMemory(from: bytes)
                    cursor += bytes.count
                } else {
                    // The pointer outlives this closure: the writer holds the payload, so its storage neither moves nor goes before the write.
                    closePiece()
                    pieces.append(bytes)
                }
            }
        }

        private mutating func closePiece() {
            if cursor > pieceStart { pieces.append(UnsafeRawBufferPointer(rebasing: scratch[pieceStart..<cursor])) }
            pieceStart = cursor
        }

        private mutating func pad(to alignment: Int) {
            let padding = (offset.roundedUp(to: alignment) ?? offset) - offset
            for _ in 0..<padding {
                scratch.store(0 as UInt8, at: cursor)
                cursor += 1
            }
            offset += padding
        }

        mutating func finish(length: Int) {
            pad(to: FlushHeader.alignment)
            closePiece()
            invariant(offset == length, "a flush is as long as was measured")
        }
    }
}
