public import Environment

/// Why a journal does not open, or does not take a batch.
public enum JournalError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The disk refused; the text names operation, path and cause.
    case disk(String)
    /// Bytes that were durable are not what was written: later flushes prove it. Opening would lose acknowledged entries.
    case damaged(file: String, offset: Int64, reason: String)
    /// A segment that must be there is not.
    case missing(file: String)
    /// Written by a newer version, or by none of ours: the bytes are sound and not understood.
    case notUnderstood(file: String, offset: Int64, reason: String)
    /// The records are sound, but together they make no log.
    case inconsistent(group: GroupID, reason: String)
    /// Free bytes of the disk have fallen under the reserve (``Environment/JournalLimits/freeBytesReserve``). Nothing was taken.
    case noSpace(free: Int64)
    /// One entry is larger than the format can hold. Nothing was taken.
    case entryTooLarge(bytes: Int)
    /// A write or sync failed before; the journal takes nothing more.
    case stopped(reason: String)

    init(_ error: DiskError) { self = .disk(error.description) }

    public var description: String {
        switch self {
        case .disk(let text): text
        case .damaged(let file, let offset, let reason):
            """
            \(file): damaged at offset \(offset) (\(reason)), below what was known to be durable. Acknowledged entries may be lost here, so this \
            node does not start. Restore the data directory, or run `martlet repair --rejoin` to rebuild the node as a new voter.
            """
        case .missing(let file):
            """
            \(file): missing. Acknowledged entries may be lost, so this node does not start. Restore the data directory, or run \
            `martlet repair --rejoin` to rebuild the node as a new voter.
            """
        case .notUnderstood(let file, let offset, let reason):
            "\(file): at offset \(offset): \(reason). Was this written by a newer version?"
        case .inconsistent(let group, let reason): "journal of group \(group): \(reason)"
        case .noSpace(let free): "the disk has only \(free) bytes left, which is under the reserve"
        case .entryTooLarge(let bytes): "an entry of \(bytes) bytes is larger than the journal can hold"
        case .stopped(let reason): "the journal has stopped: \(reason)"
        }
    }
}
