import ClusterMetadata
import Environment
import Raft
import Simulator
import Testing

@Suite struct MetadataCheckpointTests {
    /// Found by seed 10: the name of the new directory was not durable.
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func theFirstCheckpointSurvivesThePower(seed: UInt64) throws {
        let disk = SimulatedDisk(seed: seed)
        let voters = Configuration(voters: [VoterID(node: NodeID(1), directory: 7)])
        let mark = SnapshotMark(index: LogIndex(8), term: Term(2), configuration: voters)
        try MetadataCheckpoint(mark: mark, image: MetadataImage()).write(to: disk, directory: "metadata")
        let found = try MetadataCheckpoint.read(from: disk.crash(), directory: "metadata")
        #expect(found?.mark == mark)
    }
}
