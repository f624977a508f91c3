@testable import RecordLog
import Testing

@Suite struct TableTests {
    private func table() -> EpochTable {
        var table = EpochTable()
        for (epoch, offset) in [(Int32(2), Int64(0)), (4, 10), (5, 10), (9, 30)] { table.begin(epoch, at: offset) }
        return table
    }

    @Test func anEpochEndsWhereTheNextOneBegins() {
        let table = table()
        func end(_ epoch: Int32) -> [Int64]? { table.end(of: epoch, logEnd: 50).map { [Int64($0.epoch), $0.endOffset] } }
        #expect(end(2) == [2, 10])
        #expect(end(3) == [2, 10])
        #expect(end(4) == [2, 10])
        #expect(end(5) == [5, 30])
        #expect(end(8) == [5, 30])
        #expect(end(9) == [9, 50])
    }

    @Test func whatIsNotKnownIsNotAnswered() {
        let table = table()
        #expect(table.end(of: 10, logEnd: 50) == nil)
        #expect(table.end(of: -1, logEnd: 50) == nil)
        #expect(EpochTable().end(of: 0, logEnd: 0) == nil)
        // Older than all: it ended at the latest where the first known one begins.
        #expect(table.end(of: 1, logEnd: 50)?.epoch == 1)
        #expect(table.end(of: 1, logEnd: 50)?.endOffset == 0)
    }

    @Test func anEpochWithoutRecordsGivesItsPlaceToTheNext() {
        #expect(table().entries.map(\.epoch) == [2, 5, 9])
    }

    @Test func anOlderEpochChangesNothing() {
        var table = table()
        table.begin(9, at: 40)
        table.begin(3, at: 60)
        table.begin(-1, at: 60)
        #expect(table == self.table())
    }

    @Test func theEpochOfTheLogStartStays() {
        var table = table()
        table.removeBelow(12)
        #expect(table.entries == [EpochTable.Entry(epoch: 5, startOffset: 12), EpochTable.Entry(epoch: 9, startOffset: 30)])
        table.removeBelow(30)
        #expect(table.entries == [EpochTable.Entry(epoch: 9, startOffset: 30)])
        table.removeBelow(45)
        #expect(table.epoch(at: 45) == 9 && table.epoch(at: 44) == nil)
    }

    @Test func marksFindAnEntryForAnOffsetAndTheOtherWayRound() throws {
        let entries = (1...5).map { AppliedMarks.Mark(endOffset: Int64($0) * 10, applied: AppliedPosition(index: UInt64($0) * 7, term: 1)) }
        let marks = try #require(AppliedMarks(entries))
        #expect(marks.last(notAbove: 9) == nil)
        #expect(marks.last(notAbove: 29)?.applied.index == 14)
        #expect(marks.last(notAboveIndex: 35)?.endOffset == 50)
        #expect(AppliedMarks(entries.reversed()) == nil)
    }

    @Test func thereAreFewMarksHoweverLongTheLog() throws {
        var marks = AppliedMarks()
        for number in Int64(1)...5000 {
            let mark = AppliedMarks.Mark(endOffset: number, applied: AppliedPosition(index: UInt64(number), term: 1))
            marks.note(mark, bytes: 1 << 20)
            #expect(marks.entries.count <= AppliedMarks.countMax)
        }
        #expect(marks.entries.count > AppliedMarks.countMax / 2)
        // They are spread evenly, so that a search from one is never long.
        for (a, b) in zip(marks.entries, marks.entries.dropFirst()) { #expect(b.endOffset - a.endOffset <= 64) }
    }
}
