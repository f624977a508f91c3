import Environment

/// Reads one segment from its beginning, flush by flush, as far as they are whole and follow one another.
struct SegmentScan {
    /// Why the scan ended where it did.
    struct Stop {
        var position: Int64
        var reason: String
    }

    /// A record of a whole flush.
    struct Found {
        var group: GroupID
        var content: FlushWriter.Placed.Content
        var position: Int64
        var length: Int
    }

    let segment: UInt64
    let path: String
    let window: ReadWindow
    /// Takes a flush that is not whole, as far as it can be read. Only a mutant does.
    let acceptsTornTail: Bool
    /// The number the next flush must have; nil at the beginning of the oldest segment.
    private(set) var nextSequence: UInt64?
    private(set) var lastHeader: FlushHeader?
    private(set) var lastFlush: Range<Int64>?

    init(segment: UInt64, path: String, window: ReadWindow, nextSequence: UInt64?, acceptsTornTail: Bool) {
        self.segment = segment
        self.path = path
        self.window = window
        self.nextSequence = nextSequence
        self.acceptsTornTail = acceptsTornTail
    }

    /// The header at a position, if there is a sound one.
    func header(at position: Int64) throws(JournalError) -> FlushHeader? {
        do {
            guard let bytes = try window.bytes(at: position, count: FlushHeader.bytes) else { return nil }
            return try FlushHeader(bytes, segment: segment, position: position)
        } catch let error as DiskError {
            throw JournalError(error)
        } catch FlushHeader.Fault.unknownVersion(let version) {
            throw .notUnderstood(file: path, offset: position, reason: "a flush of the unknown version \(version)")
        } catch { return nil }
    }

    /// Reads until something does not fit, and gives every record of every whole flush to `note`.
    mutating func run(_ note: (_ found: [Found], _ end: Int64) -> Void) throws(JournalError) -> Stop {
        var position: Int64 = 0
        var found: [Found] = []
        while true {
            guard let header = try header(at: position) else { return Stop(position: position, reason: "no flush header") }
            if let nextSequence, header.sequence != nextSequence {
                return Stop(position: position, reason: "flush \(header.sequence) where \(nextSequence) should be")
            }
            found.removeAll(keepingCapacity: true)
            if let fault = try read(header, at: position, into: &found) {
                if acceptsTornTail { note(found, position) }
                return Stop(position: position, reason: fault)
            }
            let end = position + header.length
            note(found, end)
            nextSequence = header.sequence &+ 1
            lastHeader = header
            lastFlush = position..<end
            position = end
        }
    }

    /// Reads the records of one flush.
    /// - Returns: what is wrong with it; nil if it is whole.
    private func read(_ header: FlushHeader, at position: Int64, into found: inout [Found]) throws(JournalError) -> String? {
        guard header.length <= window.size - position, let length = Int(exactly: header.length) else { return "a flush is cut off" }
        let bytes: UnsafeRawBufferPointer?
        do { bytes = try window.bytes(at: position, count: length) } catch { throw JournalError(error) }
        guard let bytes else { return "a flush is cut off" }
        var reader = FlushReader(header, bytes, segment: segment, position: position, checksumWaived: acceptsTornTail)
        do throws(RecordView.Fault) {
            while let (record, position) = try reader.next() {
                found.append(Found(group: record.group, content: record.content, position: position, length: record.length))
            }
            return nil
        } catch {
            switch error {
            case .damaged(let reason): return reason
            case .notUnderstood(let reason):
                if acceptsTornTail { return reason }
                throw .notUnderstood(file: path, offset: reader.recordPosition, reason: reason)
            }
        }
    }

    /// A flush at or after `position` that is younger than the next that was expected: it proves that what is missing was durable.
    func youngerFlush(from position: Int64) throws(JournalError) -> (header: FlushHeader, position: Int64)? {
        let alignment = FlushHeader.alignment
        var position = (position + Int64(alignment) - 1) / Int64(alignment) * Int64(alignment)
        while window.size - position >= Int64(alignment) {
            let count = Int(min(Int64(Self.searchBytes), window.size - position)) / alignment * alignment
            var candidates: [Int64] = []
            do {
                guard let bytes = try window.bytes(at: position, count: count) else { return nil }
                for offset in stride(from: 0, to: count, by: alignment) where bytes.integer(at: offset) == FlushHeader.magic {
                    candidates.append(position + Int64(offset))
                }
            } catch { throw JournalError(error) }
            for candidate in candidates {
                guard let header = try header(at: candidate) else { continue }
                if nextSequence.map({ header.sequence > $0 }) ?? (candidate > 0) { return (header, candidate) }
            }
            position += Int64(count)
        }
        return nil
    }

    private static let searchBytes = 1 << 20
}

extension RecordView {
    /// What the accounting needs to know of it.
    var content: FlushWriter.Placed.Content {
        switch kind {
        case .hardState: .hardState(hardState)
        case .entries: .entries(first: index, last: lastIndex)
        case .released: .released(mark)
        case .restarted: .restarted(mark)
        case .removed: .removed
        }
    }
}
