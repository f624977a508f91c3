import Environment

extension RaftGroup {
    /// The largest value that a majority reaches, of the voters and, in a joint configuration, of the outgoing ones too.
    func quorumValue(_ value: (VoterID) -> UInt64) -> UInt64 {
        let configuration = membership.current
        let incoming = Self.majorityValue(configuration.voters, value)
        return configuration.isJoint ? min(incoming, Self.majorityValue(configuration.outgoing, value)) : incoming
    }

    /// Voters are few (at most 7 or so), so comparing each with each is quicker than sorting, and allocates nothing.
    private static func majorityValue(_ voters: [VoterID], _ value: (VoterID) -> UInt64) -> UInt64 {
        if voters.count == 1 { return value(voters[0]) }
        let quorum = voters.count / 2 + 1
        var best: UInt64 = 0
        for candidate in voters {
            let reached = value(candidate)
            if reached <= best { continue }
            var count = 0
            for voter in voters where value(voter) >= reached { count += 1 }
            if count >= quorum { best = reached }
        }
        return best
    }

    enum Outcome { case won, lost, open }

    /// What the ballots cast so far decide.
    func electionOutcome() -> Outcome {
        let configuration = membership.current
        let incoming = outcome(among: configuration.voters)
        if !configuration.isJoint || incoming == .lost { return incoming }
        let outgoing = outcome(among: configuration.outgoing)
        if outgoing == .lost { return .lost }
        return incoming == .won && outgoing == .won ? .won : .open
    }

    private func outcome(among voters: [VoterID]) -> Outcome {
        let quorum = voters.count / 2 + 1
        var granted = 0
        var refused = 0
        for ballot in ballots where voters.contains(ballot.voter) {
            if ballot.isGranted { granted += 1 } else { refused += 1 }
        }
        if granted >= quorum { return .won }
        return voters.count - refused < quorum ? .lost : .open
    }
}
