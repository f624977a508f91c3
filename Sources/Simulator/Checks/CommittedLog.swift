import ClusterMetadata
import Environment
import NIOCore
import Raft
import RecordLog
import Storage

/// All that was ever applied of one group, by anybody, and a shadow replica that replays it from the first entry: what every replica must
/// equal at the same index.
final class CommittedLog {
    private let group: GroupID
    private var entries: [LogEntry] = []
    private var hashes: [UInt64] = []
    private var leaders: [Term: NodeID] = [:]
    /// Of the shadow's state after the entry at each place.
    private var digests: [UInt64] = []
    private var image = MetadataImage()
    private var partition: Partition?

    init(_ group: GroupID) { self.group = group }

    var lastIndex: UInt64 { UInt64(entries.count) }

    /// Election safety (Raft §5.2).
    func leads(_ node: NodeID, in term: Term) throws(SimulationFailure) {
        if let other = leaders[term], other != node {
            throw SimulationFailure(.safety, "group \(group): nodes \(other) and \(node) lead in term \(term)")
        }
        leaders[term] = node
    }

    /// State machine safety (Raft §5.4.3).
    func applied(_ entry: LogEntry, by node: Int) throws(SimulationFailure) {
        let place = Int(entry.index.rawValue) - 1
        let hash = Self.hash(entry)
        guard place <= entries.count else {
            throw SimulationFailure(.safety, "group \(group): node \(node) applies \(entry.position), nobody applied what is before it")
        }
        if place < entries.count {
            guard hashes[place] == hash else {
                throw SimulationFailure(
                    .safety, "group \(group): node \(node) applies \(entry.position), but \(entries[place].position) was applied before")
            }
            return
        }
        entries.append(entry)
        hashes.append(hash)
        try extendShadow(entry)
    }

    /// A replica that has applied exactly `index` has this state.
    func check(_ state: ByteBuffer, at index: LogIndex, node: Int) throws(SimulationFailure) {
        guard index.rawValue > 0 else { return }
        guard index.rawValue <= lastIndex else {
            throw SimulationFailure(.safety, "group \(group): node \(node) has applied \(index), which nobody saw applied")
        }
        let digest = FNV.hash(state)
        guard digest == digests[Int(index.rawValue) - 1] else {
            throw SimulationFailure(.safety, "group \(group): the state of node \(node) at \(index) is not what its log replays to")
        }
    }

    private func extendShadow(_ entry: LogEntry) throws(SimulationFailure) {
        if group == .metadata {
            if entry.kind == .normal {
                do throws(MetadataCodingError) {
                    image.replay(try MetadataCommand(decoding: entry.payload))
                } catch {
                    throw SimulationFailure(.safety, "metadata entry \(entry.index): \(error)")
                }
            }
            digests.append(FNV.hash(image.encoded))
            return
        }
        let shadow = try shadowPartition()
        guard shadow.replay([entry], at: .origin) == 1 else {
            throw SimulationFailure(.safety, "group \(group): entry \(entry.index) does not replay")
        }
        digests.append(FNV.hash(shadow.replicatedState))
    }

    private func shadowPartition() throws(SimulationFailure) -> Partition {
        if let partition { return partition }
        let environment = ShadowEnvironment()
        do throws(RecordLogError) {
            let opened = try PartitionLog.open(environment.disk, directory: "shadow", configuration: LogConfiguration())
            let made = Partition(
                group: group, log: opened.log, image: PartitionImage(), directory: "shadow",
                settings: PartitionSettings(
                    retentionMilliseconds: nil, retentionBytes: nil, segmentBytes: 1 << 30, segmentMilliseconds: 1 << 40),
                environment: environment, limits: Limits())
            partition = made
            return made
        } catch {
            throw SimulationFailure(.crash, "a shadow of group \(group) cannot be made: \(error)")
        }
    }

    private static func hash(_ entry: LogEntry) -> UInt64 {
        var hash = FNV()
        hash.add(entry.term.rawValue)
        hash.add(UInt64(entry.kind.rawValue))
        hash.add(entry.payload)
        return hash.value
    }
}
