import Environment

/// How a member moves from role to role.
extension RaftGroup {
    mutating func restartElectionTimer() {
        electionElapsed = 0
        let ticks = Int32(clamping: max(1, limits.electionTicks))
        electionTimeout =
            promptCampaigns > 0 ? 1 + Int32.random(in: 0...1, using: &random) : ticks + Int32.random(in: 0..<ticks, using: &random)
    }

    /// Follows `leader`, or nobody yet, in `term`, which is not below ours.
    mutating func becomeFollower(_ term: Term, leader: VoterID?) {
        if term != self.term {
            self.term = term
            vote = nil
            hardStateDirty = true
        }
        if role == .leader { resign() }
        role = .follower
        self.leader = leader
        ballots = []
        if leader != nil { promptCampaigns = 0 }
        restartElectionTimer()
    }

    /// Leaves leadership: who waited for it is told.
    private mutating func resign() {
        for read in leading.reads { reads.append(ReadResult(token: read.token, index: nil)) }
        leading = Leading()
    }

    /// Asks around whether a campaign would be won. Neither term nor vote changes, so a member cut off from the others cannot depose a leader when
    /// it comes back.
    mutating func becomePreCandidate() {
        role = .preCandidate
        leader = nil
        ballots = [Ballot(voter: id, isGranted: true)]
        restartElectionTimer()
        for voter in otherVoters() { send(to: voter, term: term.next, .preVote(last: log.last)) }
        decideElection()
    }

    /// Campaigns in the next term. The requests leave when the journal has the term, our vote and our whole log: were they sent earlier, a crash
    /// could bring us back in the same term with a shorter log, and grants given for the longer one would elect us.
    mutating func becomeCandidate(transfer: Bool = false) {
        role = .candidate
        term = term.next
        vote = id
        hardStateDirty = true
        leader = nil
        ballots = []
        restartElectionTimer()
        let last = log.last
        for voter in otherVoters() { sendBound(to: voter, .vote(last: last, transfer: transfer)) }
        if mutant == .voteNotSynced { castOwnBallot() }
    }

    /// Our own vote counts like any other: when it is on disk.
    mutating func castOwnBallot() {
        guard role == .candidate, !ballots.contains(where: { $0.voter == id }) else { return }
        ballots.append(Ballot(voter: id, isGranted: true))
        decideElection()
    }

    mutating func decideElection() {
        switch electionOutcome() {
        case .open: break
        case .lost: becomeFollower(term, leader: nil)
        case .won:
            if role == .preCandidate { becomeCandidate() } else { becomeLeader() }
        }
    }

    private mutating func becomeLeader() {
        role = .leader
        leader = id
        ballots = []
        promptCampaigns = 0
        electionElapsed = 0
        isQuiescent = false
        leading = Leading()
        leading.termStart = log.last.index.next
        leading.uncommittedBytes = log.cost(from: commit.next, through: log.last.index)
        updateProgress()
        // Lets us commit what older terms left (Raft §5.4.2), and know what is committed (§8).
        appendOwn(.empty, Self.noPayload)
    }

    private func otherVoters() -> [VoterID] {
        let configuration = membership.current
        return (configuration.voters + configuration.outgoing.filter { !configuration.voters.contains($0) }).filter { $0 != id }
    }
}
