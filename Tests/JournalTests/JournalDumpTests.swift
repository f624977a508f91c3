import Environment
import Journal
import NIOCore
import Raft
import Simulator
import Testing

@Suite struct JournalDumpTests {
    @Test func everyRecordIsShownAndDamageIsNamed() throws {
        let disk = SimulatedDisk(seed: 1)
        var limits = JournalLimits()
        limits.growthBytes = 0
        let opened = try JournalTests.open(disk, limits: limits)
        let group = GroupID(7)
        let state = HardState(term: Term(2), vote: nil)
        func submit(_ fill: (inout JournalBatch) -> Void) throws {
            var batch = JournalBatch(core: 0, id: nil, priority: .control)
            fill(&batch)
            try opened.journal.submit(batch)
            opened.lane.drain()
        }
        try submit {
            $0.setHardState(group, state)
            $0.append(group, [JournalTests.entry(1, 1), JournalTests.entry(2, 2)])
        }
        try submit { $0.release(group, through: JournalTests.position(1)) }
        try submit { $0.restart(group, after: JournalTests.position(9, 2)) }
        try submit { $0.remove(group) }

        var items: [JournalDump.Item] = []
        var positions: [Int64] = []
        try JournalDump.read(disk: disk) { line in
            #expect(line.file == "journal/00000000000000000001.journal")
            items.append(line.item)
            positions.append(line.position)
            return true
        }
        #expect(
            items.filter { if case .flush = $0 { false } else { true } } == [
                .hardState(group, state),
                .entries(group, first: JournalTests.position(1, 1), last: JournalTests.position(2, 2), bytes: 32 + 2 * 16 + 14),
                .released(group, JournalTests.position(1)),
                .restarted(group, JournalTests.position(9, 2)),
                .removed(group),
            ])
        #expect(positions == positions.sorted())

        // Damage in one flush is named, and the flushes behind it are still shown.
        let entries = try #require(items.firstIndex { if case .entries = $0 { true } else { false } })
        disk.damage("journal/00000000000000000001.journal", at: positions[entries] + 40, xor: 1)
        var after: [JournalDump.Item] = []
        try JournalDump.read(disk: disk) { line in
            after.append(line.item)
            return true
        }
        #expect(after.count { if case .damaged = $0 { true } else { false } } == 1)
        #expect(after.contains(.removed(group)))
        #expect(!after.contains(items[entries]))

        var count = 0
        try JournalDump.read(disk: disk) { _ in
            count += 1
            return count < 2
        }
        #expect(count == 2)
    }
}
