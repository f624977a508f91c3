import Environment
import NIOCore
import Raft
import Testing

@Suite struct RecoveryTests {
    private static let me = VoterID(node: NodeID(1), directory: 9)
    private static let mark = SnapshotMark(index: LogIndex(5), term: Term(2), configuration: Configuration(voters: [me]))

    private static func entry(_ index: UInt64, _ term: UInt64, _ kind: LogEntry.Kind = .normal) -> LogEntry {
        LogEntry(index: LogIndex(index), term: Term(term), kind: kind, payload: ByteBuffer(string: "x"))
    }

    private static func group(_ recovered: Recovered) throws(RecoveryError) -> RaftGroup {
        try RaftGroup(id: me, recovered: recovered, limits: RaftLimits(), random: SeededRandom(seed: 1))
    }

    @Test func aGapInTheLogIsRefused() {
        let recovered = Recovered(hardState: HardState(term: Term(3), vote: nil), mark: Self.mark, entries: [Self.entry(7, 2)])
        #expect(throws: RecoveryError.notConsecutive(at: LogIndex(7))) { try Self.group(recovered) }
    }

    @Test func aTermThatFallsIsRefused() {
        let recovered = Recovered(hardState: HardState(term: Term(3), vote: nil), mark: Self.mark, entries: [Self.entry(6, 1)])
        #expect(throws: RecoveryError.notConsecutive(at: LogIndex(6))) { try Self.group(recovered) }
    }

    @Test func aLogNewerThanTheTermIsRefused() {
        let recovered = Recovered(hardState: HardState(term: Term(2), vote: nil), mark: Self.mark, entries: [Self.entry(6, 3)])
        #expect(throws: RecoveryError.termBehindLog(Term(2), last: LogPosition(index: LogIndex(6), term: Term(3)))) {
            try Self.group(recovered)
        }
    }

    @Test func aConfigurationEntryThatHoldsNoneIsRefused() {
        let recovered = Recovered(
            hardState: HardState(term: Term(2), vote: nil), mark: Self.mark, entries: [Self.entry(6, 2, .configuration)])
        #expect(throws: RecoveryError.badConfiguration(at: LogIndex(6))) { try Self.group(recovered) }
    }

    @Test func aStateAheadOfItsJournalIsRefused() {
        let recovered = Recovered(
            hardState: HardState(term: Term(2), vote: nil), mark: Self.mark, entries: [Self.entry(6, 2)], applied: LogIndex(8))
        #expect(throws: RecoveryError.appliedBeyondLog(applied: LogIndex(8), last: LogIndex(6))) { try Self.group(recovered) }
    }

    @Test func whatTheStateAlreadyHoldsIsNotGivenOutAgain() throws {
        let entries = [Self.entry(6, 2), Self.entry(7, 2), Self.entry(8, 2)]
        var group = try Self.group(
            Recovered(hardState: HardState(term: Term(2), vote: nil), mark: Self.mark, entries: entries, applied: LogIndex(7)))
        var ready = Ready()
        var applied: [LogIndex] = []
        while group.hasReady {
            group.takeReady(into: &ready)
            if let token = ready.token { group.persisted(token) }
            applied += ready.committed.map(\.index)
        }
        #expect(applied == [LogIndex(8), LogIndex(9)])
        #expect(group.role == .leader && group.term == Term(3))
    }
}
