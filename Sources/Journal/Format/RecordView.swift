import Environment
import NIOCore
import Raft

/// One record where it lies in a reader's buffer: its checksum (unless waived), its kind and its inner lengths are checked.
struct RecordView {
    enum Fault: Error, Equatable {
        /// The bytes are not what was written.
        case damaged(String)
        /// The bytes are what was written, and mean nothing to us.
        case notUnderstood(String)
    }

    /// The place of one entry within a record.
    struct EntryView {
        var index: LogIndex
        var term: Term
        var kind: LogEntry.Kind
        /// The payload, from the record's first byte.
        var offset: Int
        var length: Int
    }

    let kind: RecordFormat.Kind
    let group: GroupID
    let index: LogIndex
    let count: Int
    /// Bytes of header and body.
    let length: Int
    private let bytes: UnsafeRawBufferPointer

    /// Reads the record at the start of `source`, which stands at `position` of the segment and ends with its flush.
    init(
        _ source: UnsafeRawBufferPointer, generation: UInt64, segment: UInt64, position: Int64, checksumWaived: Bool = false
    ) throws(Fault) {
        guard source.count >= RecordFormat.headerBytes else { throw .damaged("a record's header is cut off") }
        let length = Int(source.integer(at: 4, as: UInt32.self))
        guard length >= RecordFormat.headerBytes, length <= source.count else { throw .damaged("a record's length is \(length)") }
        bytes = UnsafeRawBufferPointer(rebasing: source[..<length])
        self.length = length
        if !checksumWaived {
            var checksum = Checksum(generation: generation, segment: segment, position: position)
            checksum.add(UnsafeRawBufferPointer(rebasing: bytes[4...]))
            guard checksum.value == source.integer(at: 0) else { throw .damaged("a record's checksum does not match") }
        }
        let kind: UInt8 = source.integer(at: 8)
        let version: UInt8 = source.integer(at: 9)
        guard let kind = RecordFormat.Kind(rawValue: kind) else { throw .notUnderstood("a record of the unknown kind \(kind)") }
        guard version == RecordFormat.version else { throw .notUnderstood("a record of the unknown version \(version)") }
        self.kind = kind
        group = GroupID(source.integer(at: 16))
        index = LogIndex(source.integer(at: 24))
        let count = Int(source.integer(at: 12, as: UInt32.self))
        self.count = count
        let body = length - RecordFormat.headerBytes
        switch kind {
        case .hardState: guard body == RecordFormat.hardStateBytes else { throw .notUnderstood("a hard state of \(body) bytes") }
        case .released, .restarted: guard body == RecordFormat.markBytes else { throw .notUnderstood("a mark of \(body) bytes") }
        case .removed: guard body == 0 else { throw .notUnderstood("a removal of \(body) bytes") }
        case .entries:
            guard count > 0, count <= body / RecordFormat.entryBytes, index > .zero,
                !index.rawValue.addingReportingOverflow(UInt64(count)).overflow
            else { throw .notUnderstood("\(count) entries from \(index) in \(body) bytes") }
            var rest = body - count * RecordFormat.entryBytes
            for entry in 0..<count {
                let place = RecordFormat.headerBytes + entry * RecordFormat.entryBytes
                rest -= Int(bytes.integer(at: place + 8, as: UInt32.self))
                guard rest >= 0 else { throw .notUnderstood("payloads that are longer than their record") }
                let kind: UInt8 = bytes.integer(at: place + 12)
                guard LogEntry.Kind(rawValue: kind) != nil else { throw .notUnderstood("an entry of the unknown kind \(kind)") }
            }
            guard rest == 0 else { throw .notUnderstood("payloads that are shorter than their record") }
        }
    }

    /// The last index of a record of entries.
    var lastIndex: LogIndex { LogIndex(index.rawValue &+ UInt64(count) &- 1) }

    /// The position of a mark.
    var mark: LogPosition { LogPosition(index: index, term: Term(bytes.integer(at: RecordFormat.headerBytes))) }

    var hardState: HardState {
        let at = RecordFormat.headerBytes
        let voted: UInt32 = bytes.integer(at: at + 8)
        let vote = VoterID(node: NodeID(bytes.integer(at: at + 12)), directory: bytes.integer(at: at + 16))
        return HardState(term: Term(bytes.integer(at: at)), vote: voted == 0 ? nil : vote)
    }

    /// The term of the first entry.
    var firstTerm: Term { Term(bytes.integer(at: RecordFormat.headerBytes)) }

    /// The term of the last entry.
    var lastTerm: Term {
        Term(bytes.integer(at: RecordFormat.headerBytes + (count - 1) * RecordFormat.entryBytes))
    }

    /// Calls `body` for every entry, in order.
    func forEachEntry(_ body: (EntryView) -> Void) {
        var offset = RecordFormat.headerBytes + count * RecordFormat.entryBytes
        for entry in 0..<count {
            let place = RecordFormat.headerBytes + entry * RecordFormat.entryBytes
            let length = Int(bytes.integer(at: place + 8, as: UInt32.self))
            body(
                EntryView(
                    index: LogIndex(index.rawValue &+ UInt64(entry)), term: Term(bytes.integer(at: place)),
                    kind: LogEntry.Kind(rawValue: bytes.integer(at: place + 12)) ?? .empty, offset: offset, length: length))
            offset += length
        }
    }
}
