import Environment

extension RaftGroup {
    /// What is compared among voters. No closures here: this runs on every acknowledgement.
    enum Measure {
        /// How much of the log is durable.
        case durable
        /// The newest read round answered; our own leadership we need not ask.
        case readRound
        /// 1 if it was heard from.
        case activity
    }

    /// The largest value that a majority reaches, of the voters and, in a joint configuration, of the outgoing ones too.
    func quorumValue(_ measure: Measure) -> UInt64 {
        let configuration = membership.current
        let incoming = majorityValue(configuration.voters, measure)
        return configuration.isJoint ? min(incoming, majorityValue(configuration.outgoing, measure)) : incoming
    }

    /// Voters are few (at most 7 or so), so comparing each with each is quicker than sorting, and allocates nothing.
    private func majorityValue(_ voters: [VoterID], _ measure: Measure) -> UInt64 {
        if voters.count == 1 { return value(of: voters[0], measure) }
        let quorum = voters.count / 2 + 1
        var best: UInt64 = 0
        for candidate in voters {
            let reached = value(of: candidate, measure)
            if reached <= best { continue }
            var count = 0
            for voter in voters where value(of: voter, measure) >= reached { count += 1 }
            if count >= quorum { best = reached }
        }
        return best
    }

    private func value(of voter: VoterID, _ measure: Measure) -> UInt64 {
        if voter == id {
            switch measure {
            case .durable: return mutant == .answerBeforeSync ? log.last.index.rawValue : stable.rawValue
            case .readRound: return .max
            case .activity: return 1
            }
        }
        guard let i = leading.progressIndex(voter) else { return 0 }
        switch measure {
        case .durable: return leading.progress[i].match.rawValue
        case .readRound: return leading.progress[i].readRound
        case .activity: return leading.progress[i].isActive ? 1 : 0
        }
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
