public import NIOCore

/// One entry of a group's log.
public struct LogEntry: Hashable, Sendable {
    public enum Kind: UInt8, Sendable {
        /// A leader's first entry of its term: carries nothing, and lets it commit what older terms left (Raft §5.4.2, §8).
        case empty = 0
        /// What the host proposed.
        case normal = 1
        /// A ``Configuration``; decode it with ``Configuration/init(decoding:)``.
        case configuration = 2
    }

    public var index: LogIndex
    public var term: Term
    public var kind: Kind
    public var payload: ByteBuffer

    public init(index: LogIndex, term: Term, kind: Kind, payload: ByteBuffer) {
        self.index = index
        self.term = term
        self.kind = kind
        self.payload = payload
    }

    public var position: LogPosition { LogPosition(index: index, term: term) }

    /// What the entry counts against byte limits: its payload and a fixed overhead, so that empty payloads are not free.
    var cost: Int { payload.readableBytes + 32 }
}
