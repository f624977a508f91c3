import ClusterMetadata
import Environment
import Gateway
import Storage

// What deleted partitions left behind when the node stopped before all of it was gone.

extension NodeCore {
    static func directory(of group: GroupID) -> String { "\(Node.partitionsDirectory)/\(group)" }

    /// A group was deleted that this core does not drive: what the journal recovered of it, and its files, go.
    func discard(_ group: GroupID) {
        _ = node.takeRecovered(group)
        replication.discard(group) { [environment = node.environment] in
            Partition.removeFiles(Self.directory(of: group), environment)
        }
    }

    /// Looks, once the metadata is known, for groups that the journal or the disk has and the metadata has no more.
    ///
    /// Groups are numbered as they are made: one below the next number that no topic has was deleted. One at or above it may yet come.
    func discardLeftovers(_ image: MetadataImage) {
        guard !hasLookedForLeftovers, node.isRegistered else { return }
        hasLookedForLeftovers = true
        let alive = Set(image.groups(on: node.configuration.id))
        func isGone(_ group: GroupID) -> Bool {
            owns(group) && group >= .firstPartition && group < image.nextGroup && !alive.contains(group)
                // One that still runs here learns of its end from the metadata's own news.
                && replication.replica(group) == nil
        }
        let gone = Set((node.unclaimedGroups() + groupsOnDisk()).filter(isGone)).sorted()
        guard !gone.isEmpty else { return }
        node.environment.log(.info, "removing what is left of \(gone.count) deleted partitions")
        for group in gone { discard(group) }
    }

    private func groupsOnDisk() -> [GroupID] {
        let disk = node.environment.disk
        do throws(DiskError) {
            guard try disk.exists(Node.partitionsDirectory) else { return [] }
            return try disk.list(Node.partitionsDirectory).compactMap { UInt64($0).map { GroupID($0) } }
        } catch {
            node.environment.log(.warning, "leftovers of deleted partitions were not looked for: \(error)")
            return []
        }
    }
}
