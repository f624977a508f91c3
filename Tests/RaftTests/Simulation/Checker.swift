import Environment
import NIOCore
import Raft

/// Raft's properties (Raft §5, figure 3), watched from outside and across all members.
struct Checker {
    struct Failure: Error, CustomStringConvertible { var description: String }

    private struct Key: Hashable {
        var index: LogIndex
        var term: Term
    }

    private struct Content: Hashable {
        var kind: LogEntry.Kind
        var payload: ByteBuffer
        var previousTerm: Term
    }

    private var leaders: [Term: VoterID] = [:]
    private var known: [Key: Content] = [:]
    /// At position i the entry with index i + 1, as the first member applied it.
    private(set) var committed: [LogEntry] = []
    /// After the entry at the same position.
    private var digests: [UInt64] = []

    /// The newest index that anybody has been told is committed.
    var committedIndex: LogIndex { LogIndex(UInt64(committed.count)) }

    func digest(at index: LogIndex) -> UInt64 { index == .zero ? 0 : digests[Int(index.rawValue) - 1] }

    /// Election safety, and leader completeness.
    mutating func elected(_ group: RaftGroup) throws {
        if let other = leaders[group.term], other != group.id {
            throw Failure(description: "two leaders in term \(group.term): \(other) and \(group.id)")
        }
        leaders[group.term] = group.id
        guard let newest = committed.last else { return }
        if group.last.index < newest.index {
            throw Failure(
                description: "leader \(group.id) of term \(group.term) ends at \(group.last), but \(newest.position) is committed")
        }
        if let entry = group.entry(at: newest.index), entry.term != newest.term {
            throw Failure(
                description: "leader \(group.id) of term \(group.term) has \(entry.position), but \(newest.position) is committed")
        }
    }

    /// Log matching: index and term name an entry and, through the one before it, all that precede it.
    mutating func journaled(_ entries: [LogEntry], in group: RaftGroup) throws {
        guard let first = entries.first else { return }
        var previousTerm = group.mark(at: first.index.previous)?.term
        for entry in entries {
            defer { previousTerm = entry.term }
            guard let before = previousTerm else { continue }
            let content = Content(kind: entry.kind, payload: entry.payload, previousTerm: before)
            if let other = known.updateValue(content, forKey: Key(index: entry.index, term: entry.term)), other != content {
                throw Failure(description: "two different entries \(entry.position)")
            }
        }
    }

    /// State machine safety.
    /// - Returns: the digest of all that is applied through `entry`.
    mutating func applied(_ entry: LogEntry, after applied: LogIndex, by id: VoterID) throws -> UInt64 {
        if entry.index != applied.next { throw Failure(description: "\(id) applies \(entry.position) after \(applied)") }
        let place = Int(entry.index.rawValue) - 1
        if place < committed.count {
            if committed[place] != entry {
                throw Failure(description: "\(id) applies \(entry.position), others \(committed[place].position)")
            }
        } else {
            committed.append(entry)
            digests.append((digests.last ?? 0) &* 0x100_0000_01B3 ^ UInt64(truncatingIfNeeded: Self.hash(entry)))
        }
        return digests[place]
    }

    /// Every read sees what was committed before it began.
    func read(_ result: ReadResult, began: LogIndex) throws {
        if let index = result.index, index < began {
            throw Failure(description: "stale read: index \(index), but \(began) was committed before it began")
        }
    }

    /// FNV-1a: the same in every process, unlike `Hasher`.
    private static func hash(_ entry: LogEntry) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: entry.term.rawValue >> UInt64(shift))) }
        for byte in entry.payload.readableBytesView { add(byte) }
        return hash
    }
}
