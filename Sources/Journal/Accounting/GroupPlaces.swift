import Environment
import Raft

/// What lives of one group, and where.
struct GroupPlaces: Sendable {
    let group: GroupID
    /// Records of entries by index; their segments never fall, since later indexes are written later and a group's log is re-appended whole.
    var entries: [RecordPlace] = []
    var hardState: (state: HardState, segment: UInt64)?
    /// The newest release or restart.
    var released: (position: LogPosition, segment: UInt64)?
    /// The log as it will be when everything admitted is noted; see ``JournalIndex/admit(_:)``.
    var admitted = (released: LogIndex.zero, last: LogIndex.zero)
    /// The segment that listed this group last, so that it does so once.
    var listedBy: UInt64 = 0

    init(group: GroupID) { self.group = group }

    /// Bytes of the records that `entries` names.
    var entryBytes: Int64 { entries.reduce(0) { $0 + Int64($1.length) } }

    var releasedIndex: LogIndex { released?.position.index ?? .zero }

    /// The last index that is there or was released.
    var lastIndex: LogIndex { max(entries.last?.last ?? .zero, releasedIndex) }
}
