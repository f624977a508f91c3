public import Environment

/// Why a partition's log could not do what it was asked.
public enum RecordLogError: Error, Sendable {
    /// The disk refused. Nothing of the log has changed; see ``isDiskFull`` for the one case worth another try.
    case disk(DiskError)
    /// The offset lies outside of what the log holds (wire: OFFSET_OUT_OF_RANGE).
    case offsetOutOfRange(Int64, start: Int64, end: Int64)
    /// A segment file holds something else than a record batch where one was stored.
    ///
    /// - `position`: where in the file, in bytes. `offset`: the least offset a batch could have there.
    case corrupt(file: String, position: Int64, offset: Int64, reason: String)
    /// A segment file is shorter than the last checkpoint made durable. `offset`: the segment's first.
    case segmentShort(file: String, size: Int64, durable: Int64, offset: Int64)
    /// A segment file named by the last checkpoint is not there. `offset`: the segment's first.
    case segmentMissing(file: String, offset: Int64)
    /// The manifest does not read.
    case manifestCorrupt(file: String, reason: String)
    /// There is no manifest (or an older one), and the journal no longer has the entries from which the log could be rebuilt.
    case notReplayable(directory: String, needs: UInt64, journalBegins: UInt64)

    /// The disk has no space left: the same call can be repeated once there is some.
    public var isDiskFull: Bool {
        if case .disk(let error) = self { error.kind == .noSpace } else { false }
    }
}

extension RecordLogError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .disk(let error): "\(error)"
        case .offsetOutOfRange(let offset, let start, let end): "offset \(offset) is not between \(start) and \(end)"
        case .corrupt(let file, let position, let offset, let reason):
            "\(file) is damaged at byte \(position) (offset \(offset)): \(reason)"
        case .segmentShort(let file, let size, let durable, let offset):
            "\(file) (from offset \(offset)) has \(size) bytes, but \(durable) were made durable"
        case .segmentMissing(let file, let offset): "\(file) (from offset \(offset)) is missing"
        case .manifestCorrupt(let file, let reason): "\(file) is damaged: \(reason)"
        case .notReplayable(let directory, let needs, let journalBegins):
            "the log in \(directory) needs entries from index \(needs) on, but the journal begins at \(journalBegins)"
        }
    }
}

/// Runs calls on the disk, with their errors as ours.
@inline(__always)
func onDisk<Value>(_ body: () throws(DiskError) -> Value) throws(RecordLogError) -> Value {
    do { return try body() } catch { throw .disk(error) }
}
