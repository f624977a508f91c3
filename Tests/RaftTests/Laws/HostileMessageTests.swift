import Environment
import NIOCore
import Raft
import Testing

/// A peer whose bytes decode may still say anything.
@Suite struct HostileMessageTests {
    @Test func noMessageTrapsAMember() throws {
        for seed in UInt64(1)...300 {
            var random = SeededRandom(seed: seed)
            let ids = (1...3).map { VoterID(node: NodeID(Int32($0)), directory: 0) }
            var group = try RaftGroup(
                id: ids[0], recovered: .fresh(Configuration(voters: ids)), limits: RaftLimits(), random: random.fork())
            var ready = Ready()
            for _ in 0..<300 {
                let message = Self.message(ids, term: group.term, &random)
                group.step(message)
                if random.chance(0.1) { group.tick() }
                if random.chance(0.05) { _ = try? group.propose(ByteBuffer(string: "x")) }
                if random.chance(0.02) {
                    let mark = SnapshotMark(
                        index: Self.index(&random), term: Term(.random(in: 0...5, using: &random)),
                        configuration: Configuration(voters: ids))
                    _ = group.installSnapshot(mark)
                }
                if random.chance(0.02) { group.compact(to: Self.index(&random)) }
                if random.chance(0.5) {
                    group.takeReady(into: &ready)
                    if let token = ready.token, random.chance(0.7) { group.persisted(token) }
                    if let last = ready.committed.last { group.applied(through: last.index) }
                }
                group.persisted(PersistToken(sequence: random.next() % 50))
            }
        }
    }

    private static func index(_ random: inout SeededRandom) -> LogIndex {
        LogIndex(
            [0, .max, .max - 1, .random(in: 0...12, using: &random), .random(in: 0...12, using: &random)].randomElement(using: &random) ?? 0
        )
    }

    private static func message(_ ids: [VoterID], term: Term, _ random: inout SeededRandom) -> RaftMessage {
        let terms = [term, term, term, term.next, Term(0), Term(random.chance(0.01) ? .max : 1)]
        let messageTerm = terms.randomElement(using: &random) ?? term
        func position(_ random: inout SeededRandom) -> LogPosition {
            LogPosition(index: index(&random), term: random.chance(0.8) ? messageTerm : Term(random.next() % 4))
        }
        let kind: RaftMessage.Kind
        switch Int.random(in: 0...10, using: &random) {
        case 0: kind = .preVote(last: position(&random))
        case 1: kind = .preVoteResponse(granted: random.chance(0.5))
        case 2: kind = .vote(last: position(&random), transfer: random.chance(0.3))
        case 3: kind = .voteResponse(granted: random.chance(0.7))
        case 4, 5:
            let previous = position(&random)
            var at = previous.index.rawValue
            let entries = (0..<Int.random(in: 0...4, using: &random)).map { _ in
                at = random.chance(0.95) ? at &+ 1 : at
                let kind = LogEntry.Kind(rawValue: UInt8.random(in: 0...2, using: &random)) ?? .normal
                return LogEntry(index: LogIndex(at), term: messageTerm, kind: kind, payload: ByteBuffer(string: "y"))
            }
            kind = .append(Append(previous: previous, commit: index(&random), entries: entries))
        case 6:
            let accepted = AppendResponse.accepted(match: index(&random))
            let rejected = AppendResponse.rejected(previous: index(&random), hint: position(&random))
            kind = .appendResponse(random.chance(0.5) ? accepted : rejected)
        case 7:
            let commit = random.chance(0.95) ? LogIndex.zero : index(&random)
            kind = .heartbeat(Heartbeat(commit: commit, readRound: random.next() % 3, quiesce: random.chance(0.2)))
        case 8: kind = .heartbeatResponse(readRound: random.chance(0.2) ? .max : 1)
        case 9:
            let mark = SnapshotMark(index: index(&random), term: messageTerm, configuration: Configuration(voters: ids))
            kind = random.chance(0.5) ? .snapshotOffer(mark) : .snapshotResponse(random.chance(0.5) ? .failed : .fetching)
        default: kind = .timeoutNow
        }
        // One leader a term, or the group would stop at once.
        return RaftMessage(from: ids[1 + Int(messageTerm.rawValue % 2)], to: ids[0], term: messageTerm, kind: kind)
    }
}
