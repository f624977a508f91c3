import Testing

@testable import Journal
@testable import martlet

struct DumpTests {
    private func flush(_ sequence: UInt64) -> JournalDump.Line {
        JournalDump.Line(file: "f", position: 0, item: .flush(sequence: sequence, bytes: 128, records: 1, oldestSegment: 1))
    }
    private let hole = JournalDump.Line(file: "f", position: 1, item: .damaged(reason: "no flush header"))

    private func run(_ lines: [JournalDump.Line]) -> (ends: [Bool], isDamaged: Bool) {
        var continuity = DumpContinuity()
        let shown = lines.flatMap { continuity.take($0) } + continuity.finish()
        #expect(shown.map(\.line) == lines)
        return (shown.map(\.isEnd), continuity.isDamaged)
    }

    @Test func unusedBytesBehindTheLastFlushAreTheEnd() {
        #expect(run([flush(1), flush(2), hole]) == ([false, false, true], false))
        #expect(run([flush(1), hole, flush(2), hole]) == ([false, true, false, true], false))
    }

    @Test func aMissingFlushIsDamage() {
        #expect(run([flush(1), hole, flush(3), hole]) == ([false, false, false, true], true))
        #expect(run([hole, flush(2)]) == ([false, false], true))
    }
}
