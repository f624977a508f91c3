import Environment
import Foundation
import NIOCore
import Raft
import Testing

/// Times, not laws: `MARTLET_MEASURE=<rounds> swift test -c release --filter MeasurementTests` prints them. Without the variable a few rounds run, so
/// that this keeps working.
@Suite(.serialized) struct MeasurementTests {
    private static let rounds = ProcessInfo.processInfo.environment["MARTLET_MEASURE"].flatMap { Int($0) } ?? 100
    private static let payload = ByteBuffer(repeating: 7, count: 1000)

    @Test func oneProposalInAGroupOfOneVoter() throws {
        var member = try Self.member(1, of: 1)
        var ready = Ready()
        Self.drain(&member, &ready)
        try Self.measure("propose, journal, persisted, apply; 1 voter") {
            _ = try member.propose(Self.payload)
            Self.drain(&member, &ready)
            member.compact(to: member.applied)
        }
        #expect(member.commit.rawValue == UInt64(Self.rounds + 1))
    }

    @Test func oneProposalInAGroupOfThreeVoters() throws {
        var members = [try Self.member(1, of: 3), try Self.member(2, of: 3), try Self.member(3, of: 3)]
        var ready = Ready()
        var mail: [RaftMessage] = []
        members[0].campaign()
        Self.settle(&members, &ready, &mail)
        try Self.measure("the same with all messages among 3 voters") {
            _ = try members[0].propose(Self.payload)
            Self.settle(&members, &ready, &mail)
            for i in members.indices { members[i].compact(to: members[i].applied) }
        }
        #expect(members.allSatisfy { $0.commit.rawValue == UInt64(Self.rounds + 1) })
    }

    @Test func aTurnOfManyProposalsCostsFewMessages() throws {
        var members = [try Self.member(1, of: 3), try Self.member(2, of: 3), try Self.member(3, of: 3)]
        var ready = Ready()
        var mail: [RaftMessage] = []
        members[0].campaign()
        Self.settle(&members, &ready, &mail)
        let batch = Array(repeating: Self.payload, count: 100)
        try Self.measure("100 proposals in a turn among 3 voters (a turn)") {
            _ = try members[0].propose(batch)
            Self.settle(&members, &ready, &mail)
            for i in members.indices { members[i].compact(to: members[i].applied) }
        }
    }

    @Test func anIdleGroupIsSmall() throws {
        let size = MemoryLayout<RaftGroup>.size
        print("a group's value takes \(size) bytes, a message \(MemoryLayout<RaftMessage>.size), an entry \(MemoryLayout<LogEntry>.size)")
        #expect(size <= 560)
    }

    private static func measure(_ name: String, _ body: () throws -> Void) rethrows {
        let start = threadNanoseconds()
        for _ in 0..<rounds { try body() }
        print("\(name): \((threadNanoseconds() - start) / rounds) ns of CPU")
    }

    /// CPU time of this thread: others may be busy on the machine.
    private static func threadNanoseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    private static func member(_ number: Int32, of count: Int32) throws -> RaftGroup {
        let voters = (1...count).map { VoterID(node: NodeID($0), directory: 0) }
        return try RaftGroup(
            id: VoterID(node: NodeID(number), directory: 0), recovered: .fresh(Configuration(voters: voters)), limits: RaftLimits(),
            random: SeededRandom(seed: UInt64(number)))
    }

    /// A host whose disk is instant.
    private static func drain(_ member: inout RaftGroup, _ ready: inout Ready) {
        while member.hasReady {
            member.takeReady(into: &ready)
            if let token = ready.token { member.persisted(token) }
            if let last = ready.committed.last { member.applied(through: last.index) }
        }
    }

    private static func settle(_ members: inout [RaftGroup], _ ready: inout Ready, _ mail: inout [RaftMessage]) {
        var moved = true
        while moved {
            moved = false
            for i in members.indices where members[i].hasReady {
                moved = true
                members[i].takeReady(into: &ready)
                mail.append(contentsOf: ready.messages)
                mail.append(contentsOf: ready.messagesAfterPersist)
                if let token = ready.token { members[i].persisted(token) }
                if let last = ready.committed.last { members[i].applied(through: last.index) }
            }
            for message in mail {
                members[Int(message.to.node.rawValue) - 1].step(message)
                moved = true
            }
            mail.removeAll(keepingCapacity: true)
        }
    }
}
