import Environment
import NIOCore
import Raft

/// A member with its disk: what survives a crash, what is being written, and what it has applied.
struct SimulatedNode {
    struct Write {
        var due: Int
        var token: PersistToken
        var installed: Ready.Installed?
        /// The data that belongs to `installed`.
        var snapshot: Snapshot?
        var hardState: HardState?
        var entries: [LogEntry]
        var messages: [RaftMessage]
    }

    struct Snapshot {
        var mark: SnapshotMark
        var digest: UInt64
    }

    struct Fetch {
        var due: Int
        var offer: Ready.Offer
    }

    let id: VoterID
    /// Nil while the node is down.
    var group: RaftGroup?
    var incarnation = 0
    var restartsAt = 0
    var nextTick = 0
    var writes: [Write] = []
    var fetch: Fetch?
    /// The newest snapshot got from another member; it replaces `snapshot` when the journal has its mark.
    var fetched: Snapshot?
    /// Of what is applied.
    var digest: UInt64 = 0
    /// Committed when each read began; emptied as the answers come.
    var reads: [UInt64: LogIndex] = [:]

    // Survives a crash.
    var hardState = HardState.initial
    var snapshot: Snapshot
    var entries: [LogEntry] = []

    init(id: VoterID, configuration: Configuration) {
        self.id = id
        snapshot = Snapshot(mark: .initial(configuration), digest: 0)
    }

    var recovered: Recovered {
        Recovered(hardState: hardState, mark: snapshot.mark, entries: entries.filter { $0.index > snapshot.mark.index })
    }

    /// Puts a write on disk; of the entries the first `count` only.
    mutating func store(_ write: Write, entries count: Int? = nil) {
        if let installed = write.installed, !installed.keepsSuffix { entries = [] }
        if let newest = write.snapshot { snapshot = newest }
        if let newest = write.hardState { hardState = newest }
        let kept = write.entries.prefix(count ?? write.entries.count)
        if let first = kept.first {
            entries.removeAll { $0.index >= first.index }
            entries += kept
        }
    }

    /// Stops here. Of the writes not acknowledged some may have reached the disk: a prefix, the last of it torn.
    mutating func crash(using random: inout SeededRandom) {
        group = nil
        fetch = nil
        fetched = nil
        reads = [:]
        let whole = writes.isEmpty ? 0 : Int.random(in: 0...writes.count, using: &random)
        for write in writes.prefix(whole) { store(write) }
        if whole < writes.count, random.chance(0.3) {
            let write = writes[whole]
            // A mark without the snapshot's place in the journal does nothing; the rest is written in order.
            if write.installed == nil { store(write, entries: Int.random(in: 0...write.entries.count, using: &random)) }
        }
        writes = []
        digest = snapshot.digest
    }
}
