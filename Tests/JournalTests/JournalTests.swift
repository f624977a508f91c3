import Environment
import Journal
import NIOCore
import Raft
import Simulator
import Testing

@Suite struct JournalTests {
    /// Opens a journal on a disk with a lane that the test steps.
    struct Opened {
        var journal: Journal
        var groups: [GroupID: RecoveredGroup]
        var lane = ManualLane()
        var client = TestClient()
    }

    static func open(
        _ disk: any Disk, limits: JournalLimits = JournalLimits(), seed: UInt64 = 1, mutant: Mutant? = nil
    ) throws(JournalError) -> Opened {
        let lane = ManualLane()
        let client = TestClient()
        let (journal, groups) = try Journal.open(
            disk: disk, lane: lane, limits: limits, random: SeededRandom(seed: seed), mutant: mutant, client: client)
        return Opened(journal: journal, groups: groups, lane: lane, client: client)
    }

    static func entry(_ index: UInt64, _ term: UInt64 = 1, _ payload: String = "payload") -> LogEntry {
        LogEntry(index: LogIndex(index), term: Term(term), kind: .normal, payload: ByteBuffer(string: payload))
    }

    static func position(_ index: UInt64, _ term: UInt64 = 1) -> LogPosition { LogPosition(index: LogIndex(index), term: Term(term)) }

    private let group = GroupID(7)

    private func batch(_ id: UInt64?, _ fill: (inout JournalBatch) -> Void) -> JournalBatch {
        var batch = JournalBatch(core: 0, id: id, priority: .bulk)
        fill(&batch)
        return batch
    }

    @Test func whatWasCompletedIsThereAfterACrash() throws {
        let disk = SimulatedDisk(seed: 1)
        let opened = try Self.open(disk)
        let state = HardState(term: Term(3), vote: VoterID(node: NodeID(2), directory: .max))
        try opened.journal.submit(
            batch(1) {
                $0.setHardState(group, state)
                $0.append(group, [Self.entry(1), Self.entry(2, 1, ""), Self.entry(3, 3, String(repeating: "x", count: 5000))])
            })
        #expect(opened.client.completed() == [])
        opened.lane.drain()
        #expect(opened.client.completed() == [1])

        let again = try Self.open(disk.crash())
        let found = try #require(again.groups[group])
        #expect(found.hardState == state)
        #expect(found.released == .zero)
        #expect(found.entries == [Self.entry(1), Self.entry(2, 1, ""), Self.entry(3, 3, String(repeating: "x", count: 5000))])
        #expect(again.groups.count == 1)
    }

    @Test func aLaterEntryVoidsWhatStandsAtItsIndexAndAbove() throws {
        let disk = SimulatedDisk(seed: 2)
        let opened = try Self.open(disk)
        try opened.journal.submit(batch(1) { $0.append(group, (1...5).map { Self.entry($0) }) })
        try opened.journal.submit(batch(2) { $0.append(group, [Self.entry(3, 2)]) })
        opened.lane.drain()
        let found = try Self.open(disk.crash()).groups[group]
        #expect(found?.entries == [Self.entry(1), Self.entry(2), Self.entry(3, 2)])
    }

    @Test func whatWasReleasedIsForgottenAndTheMarkStays() throws {
        let disk = SimulatedDisk(seed: 3)
        let opened = try Self.open(disk)
        try opened.journal.submit(batch(1) { $0.append(group, (1...5).map { Self.entry($0) }) })
        try opened.journal.submit(batch(2) { $0.release(group, through: Self.position(3)) })
        opened.lane.drain()
        let found = try Self.open(disk.crash()).groups[group]
        #expect(found?.released == Self.position(3))
        #expect(found?.entries == [Self.entry(4), Self.entry(5)])
    }

    @Test func aSnapshotStartsTheLogAnew() throws {
        let disk = SimulatedDisk(seed: 4)
        let opened = try Self.open(disk)
        try opened.journal.submit(batch(1) { $0.append(group, (1...5).map { Self.entry($0) }) })
        try opened.journal.submit(
            batch(2) {
                $0.restart(group, after: Self.position(3, 2))
                $0.append(group, [Self.entry(4, 2)])
            })
        opened.lane.drain()
        let found = try Self.open(disk.crash()).groups[group]
        #expect(found?.released == Self.position(3, 2))
        #expect(found?.entries == [Self.entry(4, 2)])
    }

    @Test func aRemovedGroupLeavesNothing() throws {
        let disk = SimulatedDisk(seed: 5)
        let opened = try Self.open(disk)
        try opened.journal.submit(
            batch(1) {
                $0.setHardState(group, HardState(term: Term(1), vote: nil))
                $0.append(group, [Self.entry(1)])
                $0.append(GroupID(8), [Self.entry(1)])
            })
        try opened.journal.submit(batch(2) { $0.remove(group) })
        opened.lane.drain()
        #expect(opened.journal.uncheckpointedBytes < 200)
        let groups = try Self.open(disk.crash()).groups
        #expect(groups.keys.map(\.self) == [GroupID(8)])
    }

    @Test func oneSyncCoversAllThatWaits() throws {
        let disk = SimulatedDisk(seed: 6)
        let opened = try Self.open(disk)
        let before = disk.statistics
        for index in 1...100 as ClosedRange<UInt64> {
            try opened.journal.submit(batch(index) { $0.append(GroupID(index), [Self.entry(1)]) })
        }
        opened.lane.drain()
        #expect(disk.statistics.syncs - before.syncs == 1)
        #expect(disk.statistics.writes - before.writes == 1)
        #expect(opened.client.completed() == Array(1...100))
    }

    @Test func controlGoesFirstAndNothingStarves() throws {
        let disk = SimulatedDisk(seed: 7)
        var limits = JournalLimits()
        limits.syncBytesMax = 1000
        let opened = try Self.open(disk, limits: limits)
        for index in 1...4 as ClosedRange<UInt64> {
            var bulk = JournalBatch(core: 0, id: index, priority: .bulk)
            bulk.append(GroupID(5000), [Self.entry(index, 1, String(repeating: "b", count: 900))])
            try opened.journal.submit(bulk)
            var control = JournalBatch(core: 0, id: 10 + index, priority: .control)
            control.append(GroupID(1), [Self.entry(index, 1, String(repeating: "c", count: 400))])
            try opened.journal.submit(control)
        }
        opened.lane.step()
        #expect(opened.client.completed() == [11, 12, 1])
        opened.lane.drain()
        #expect(opened.client.completed() == [11, 12, 1, 13, 14, 2, 3, 4])
    }

    @Test func aFenceCompletesAfterWhatWasSubmittedBeforeIt() throws {
        let opened = try Self.open(SimulatedDisk(seed: 8))
        try opened.journal.submit(batch(1) { $0.append(group, [Self.entry(1)]) })
        try opened.journal.submit(batch(2) { _ in })
        #expect(opened.client.completed() == [])
        opened.lane.drain()
        #expect(opened.client.completed() == [1, 2])
        try opened.journal.submit(batch(3) { _ in })
        opened.lane.drain()
        #expect(opened.client.completed() == [1, 2, 3])
    }

    @Test func afterAFailedSyncNothingCompletesEverAgain() throws {
        let disk = SimulatedDisk(seed: 9)
        let opened = try Self.open(disk)
        disk.failSync(after: 0)
        try opened.journal.submit(batch(1) { $0.append(group, [Self.entry(1)]) })
        opened.lane.drain()
        #expect(opened.client.completed() == [])
        #expect(opened.client.failure?.contains("sync failed") == true)
        #expect(throws: JournalError.self) { try opened.journal.submit(batch(2) { $0.append(group, [Self.entry(2)]) }) }
    }

    @Test func aFullDiskRefusesEntriesAndTakesReleases() throws {
        let disk = SimulatedDisk(seed: 10)
        var limits = JournalLimits()
        limits.freeBytesReserve = 10_000
        limits.growthBytes = 0
        let opened = try Self.open(disk, limits: limits)
        disk.faults.capacity = 30_000
        try opened.journal.submit(batch(1) { $0.append(group, [Self.entry(1, 1, String(repeating: "x", count: 15_000))]) })
        opened.lane.drain()
        #expect(opened.client.completed() == [1])
        #expect(!opened.journal.hasSpace(for: 8000))
        let error = #expect(throws: JournalError.self) {
            try opened.journal.submit(batch(2) { $0.append(group, [Self.entry(2, 1, String(repeating: "x", count: 8000))]) })
        }
        guard case .noSpace = error else {
            Issue.record("not refused for space: \(String(describing: error))")
            return
        }
        try opened.journal.submit(batch(3) { $0.release(group, through: Self.position(1)) })
        opened.lane.drain()
        #expect(opened.client.completed() == [1, 3])
        #expect(opened.client.failure == nil)
        disk.faults.capacity = .max
        try opened.journal.submit(batch(4) { $0.append(group, [Self.entry(2)]) })
        opened.lane.drain()
        #expect(opened.client.completed() == [1, 3, 4])
    }

    @Test func anEntryAfterAGapIsNeverWritten() throws {
        let disk = SimulatedDisk(seed: 11)
        let opened = try Self.open(disk)
        try opened.journal.submit(batch(1) { $0.append(group, [Self.entry(1)]) })
        opened.lane.drain()
        try opened.journal.submit(batch(2) { $0.append(group, [Self.entry(3)]) })
        opened.lane.drain()
        #expect(opened.client.failure?.contains("entry 3 follows 1") == true)
        #expect(try Self.open(disk.crash()).groups[group]?.entries == [Self.entry(1)])
    }

    @Test func aDamagedMiddleIsRefusedNamingFileAndOffset() throws {
        let disk = SimulatedDisk(seed: 12)
        var limits = JournalLimits()
        limits.growthBytes = 4096
        let opened = try Self.open(disk, limits: limits)
        for index in 1...3 as ClosedRange<UInt64> {
            try opened.journal.submit(batch(index) { $0.append(group, [Self.entry(index, 1, String(repeating: "x", count: 300))]) })
            opened.lane.drain()
        }
        let next = disk.crash()
        let name = "journal/00000000000000000001.journal"
        // Every byte of the first two flushes is guarded.
        let length = 64 + 32 + 16 + 300 + 36
        for offset in stride(from: 0, to: length * 2, by: 1) where offset % length < 64 + 32 + 16 + 300 {
            next.damage(name, at: Int64(offset), xor: 0x10)
            let error = #expect(throws: JournalError.self) { try Self.open(next) }
            guard case .damaged(name, Int64(offset / length * length), _) = error else {
                Issue.record("damage at \(offset) gave \(String(describing: error))")
                return
            }
            next.damage(name, at: Int64(offset), xor: 0x10)
        }
        // The last flush may be torn: nothing proves that it was durable.
        next.damage(name, at: Int64(length * 2 + 100), xor: 0x10)
        let again = try Self.open(next)
        #expect(again.groups[group]?.entries.count == 2)
        #expect(again.journal.statistics.tornBytesCut == Int64(length))
    }

    @Test func aMissingSegmentIsRefused() throws {
        for removed in 1...2 {
            let disk = SimulatedDisk(seed: 13)
            var limits = JournalLimits()
            limits.segmentBytes = 1000
            let opened = try Self.open(disk, limits: limits)
            for index in 1...4 as ClosedRange<UInt64> {
                try opened.journal.submit(batch(index) { $0.append(group, [Self.entry(index, 1, String(repeating: "x", count: 800))]) })
                opened.lane.drain()
            }
            try disk.remove("journal/0000000000000000000\(removed).journal")
            let error = #expect(throws: JournalError.self) { try Self.open(disk.kill(), limits: limits) }
            #expect(error == .missing(file: "journal/0000000000000000000\(removed).journal"))
        }
    }

    @Test func segmentsAreRecycledWhenNothingLivesInThem() throws {
        let disk = SimulatedDisk(seed: 14)
        var limits = JournalLimits()
        limits.segmentBytes = 10_000
        let opened = try Self.open(disk, limits: limits)
        for index in 1...200 as ClosedRange<UInt64> {
            try opened.journal.submit(
                batch(index) {
                    $0.append(group, [Self.entry(index, 1, String(repeating: "x", count: 1000))])
                    if index > 5 { $0.release(group, through: Self.position(index - 5)) }
                })
            opened.lane.drain()
        }
        let statistics = opened.journal.statistics
        #expect(statistics.segments <= 3)
        #expect(statistics.segmentsRecycled > 10)
        #expect(try disk.list("journal").count <= 5)
        #expect(disk.usedBytes < 60_000)
        let found = try Self.open(disk.crash(), limits: limits).groups[group]
        #expect(found?.entries.map(\.index.rawValue) == [196, 197, 198, 199, 200])
    }

    @Test func anIdleGroupDoesNotPinOldSegments() throws {
        let disk = SimulatedDisk(seed: 15)
        var limits = JournalLimits()
        limits.segmentBytes = 10_000
        limits.uncheckpointedBytesMax = 30_000
        limits.totalBytesMax = 60_000
        let opened = try Self.open(disk, limits: limits)
        let idle = GroupID(9)
        let state = HardState(term: Term(4), vote: VoterID(node: NodeID(1), directory: 5))
        try opened.journal.submit(
            batch(1000) {
                $0.setHardState(idle, state)
                $0.append(idle, (1...5).map { Self.entry($0, 4) })
                $0.release(idle, through: Self.position(2, 4))
            })
        for index in 1...300 as ClosedRange<UInt64> {
            try opened.journal.submit(
                batch(index) {
                    $0.append(group, [Self.entry(index, 1, String(repeating: "x", count: 1000))])
                    if index > 5 { $0.release(group, through: Self.position(index - 5)) }
                })
            opened.lane.drain()
        }
        #expect(opened.journal.statistics.totalBytes <= 60_000)
        #expect(opened.journal.statistics.bytesReappended > 0)
        let found = try #require(try Self.open(disk.crash(), limits: limits).groups[idle])
        #expect(found.hardState == state)
        #expect(found.released == Self.position(2, 4))
        #expect(found.entries == (3...5).map { Self.entry($0, 4) })
    }

    @Test func groupsThatPinOldSegmentsAreNamedForACheckpoint() throws {
        var limits = JournalLimits()
        limits.segmentBytes = 10_000
        limits.uncheckpointedBytesMax = 20_000
        limits.reappendBytesMax = 100
        let opened = try Self.open(SimulatedDisk(seed: 16), limits: limits)
        for index in 1...18 as ClosedRange<UInt64> {
            try opened.journal.submit(batch(index) { $0.append(GroupID(index), [Self.entry(1, 1, String(repeating: "x", count: 1000))]) })
        }
        opened.lane.drain()
        #expect(opened.journal.checkpointWanted() == [])
        for index in 19...24 as ClosedRange<UInt64> {
            try opened.journal.submit(batch(index) { $0.append(GroupID(index), [Self.entry(1, 1, String(repeating: "x", count: 1000))]) })
            opened.lane.drain()
        }
        let wanted = opened.journal.checkpointWanted()
        #expect(!wanted.isEmpty)
        #expect(wanted == (1...UInt64(wanted.count)).map { GroupID($0) })
        try opened.journal.submit(batch(100) { for group in wanted { $0.release(group, through: Self.position(1)) } })
        opened.lane.drain()
        #expect(opened.journal.uncheckpointedBytes < 20_000)
        #expect(opened.journal.checkpointWanted() == [])
    }
}
