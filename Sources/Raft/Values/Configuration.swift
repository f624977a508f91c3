public import Environment

/// The members of a group.
///
/// In force from the moment its entry is in the log, committed or not (Raft §6). While ``outgoing`` is not empty the configuration is *joint*:
/// elections and commits need a majority of ``voters`` and a majority of ``outgoing``.
public struct Configuration: Hashable, Sendable, CustomStringConvertible {
    /// Sorted, each once.
    public private(set) var voters: [VoterID]
    /// The voters before the change under way; empty when there is none. Sorted, each once.
    public private(set) var outgoing: [VoterID]
    /// They get the log, but neither vote nor count. Sorted, each once, none of them a voter. A learner of a joint configuration may still
    /// stand in ``outgoing`` (a voter being demoted).
    public private(set) var learners: [VoterID]

    /// The lists in any order, with repetitions; a learner that is also a voter is a voter.
    public init(voters: [VoterID], outgoing: [VoterID] = [], learners: [VoterID] = []) {
        self.voters = Self.ordered(voters)
        self.outgoing = Self.ordered(outgoing)
        self.learners = Self.ordered(learners.filter { !voters.contains($0) })
    }

    public var isJoint: Bool { !outgoing.isEmpty }

    /// Votes, in either half.
    public func isVoter(_ id: VoterID) -> Bool { voters.contains(id) || outgoing.contains(id) }
    public func isMember(_ id: VoterID) -> Bool { isVoter(id) || learners.contains(id) }

    /// The only voter is `id`: it decides alone, and neither elections nor heartbeats need a clock.
    func isSingleVoter(_ id: VoterID) -> Bool { outgoing.isEmpty && voters.count == 1 && voters[0] == id }

    /// What a joint configuration becomes when its change is carried out.
    var completed: Configuration { Configuration(voters: voters, learners: learners) }

    /// What a joint configuration becomes when its change is cancelled: the old voters again. Newcomers stay as learners, since they may
    /// have cost a long copy; the host removes them by another change if it does not want them.
    var reverted: Configuration { Configuration(voters: outgoing, learners: learners + voters.filter { !outgoing.contains($0) }) }

    /// How many voters come or go between two configurations that are not joint.
    func voterDifference(to other: Configuration) -> Int {
        voters.count { !other.voters.contains($0) } + other.voters.count { !voters.contains($0) }
    }

    /// Every member once: voters, then those only outgoing, then those only learners.
    var members: [VoterID] {
        var all = voters
        all += outgoing.filter { !voters.contains($0) }
        all += learners.filter { !outgoing.contains($0) }
        return all
    }

    public var description: String {
        func list(_ ids: [VoterID]) -> String { ids.map(\.description).joined(separator: " ") }
        return "(" + list(voters) + ")" + (isJoint ? "&&(" + list(outgoing) + ")" : "")
            + (learners.isEmpty ? "" : " learners (" + list(learners) + ")")
    }

    private static func ordered(_ ids: [VoterID]) -> [VoterID] {
        var sorted = ids.sorted()
        var last: VoterID?
        sorted.removeAll { id in
            defer { last = id }
            return id == last
        }
        return sorted
    }
}
