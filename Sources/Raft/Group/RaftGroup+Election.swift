import Environment

/// Votes and campaigns.
extension RaftGroup {
    /// Campaigns now, unless this member leads or has no vote.
    /// - Parameter prompt: the host has reason to think that it will win (the leader's node is gone and this one is first in line): a round lost or
    ///   not answered is repeated after a tick or two instead of an election timeout, three times.
    public mutating func campaign(prompt: Bool = false) {
        guard violation == nil, role != .leader, mayCampaign else { return }
        isQuiescent = false
        if prompt { promptCampaigns = 3 }
        startCampaign()
    }

    /// The leader's node is known to be gone: its lease no longer keeps this member from voting for another, and election timeouts run.
    public mutating func forgetLeader() {
        guard violation == nil, role == .follower else { return }
        leader = nil
        isQuiescent = false
    }

    /// A voter, or one that is being removed: until that is committed, its log may be the only one that can win (thesis §4.2.2). It then leads
    /// without counting itself, commits its removal and goes.
    var mayCampaign: Bool {
        if membership.current.isVoter(id) { return true }
        return configurationIndex > commit && membership.previous?.isVoter(id) == true
    }

    mutating func startCampaign() {
        if promptCampaigns > 0 { promptCampaigns -= 1 }
        if membership.current.isSingleVoter(id) { becomeCandidate() } else { becomePreCandidate() }
    }

    /// A leader was heard of within the shortest election timeout: a candidate is then more likely cut off than right (Raft §6, thesis §4.2.3).
    private var hasLeaderLease: Bool { leader != nil && electionElapsed < Int32(clamping: limits.electionTicks) }

    mutating func receivePreVote(_ message: RaftMessage, last: LogPosition) {
        // A voter does not hear its leader. (Who was removed may ask for ever; it wakes nobody.)
        if isQuiescent && membership.current.isVoter(message.from) { wake() }
        let grant = message.term > term && !hasLeaderLease && last.isAtLeastAsUpToDate(as: log.last)
        // A refusal carries our term, so that a candidate left behind learns it.
        send(to: message.from, term: grant ? message.term : term, .preVoteResponse(granted: grant))
    }

    /// - Returns: whether the message is to be ignored altogether, its term included.
    func leaseRefuses(_ message: RaftMessage) -> Bool {
        guard case .vote(_, let transfer) = message.kind, message.term > term else { return false }
        return hasLeaderLease && !transfer
    }

    /// Our term is the message's by now.
    mutating func receiveVote(_ message: RaftMessage, last: LogPosition) {
        let isFree = vote == message.from || (vote == nil && leader == nil) || (mutant == .doubleVote && role != .leader)
        guard isFree, last.isAtLeastAsUpToDate(as: log.last) else {
            send(to: message.from, .voteResponse(granted: false))
            return
        }
        if vote != message.from {
            vote = message.from
            hardStateDirty = true
        }
        restartElectionTimer()
        sendBound(to: message.from, .voteResponse(granted: true))
    }

    mutating func receiveBallot(from voter: VoterID, granted: Bool) {
        guard !ballots.contains(where: { $0.voter == voter }) else { return }
        ballots.append(Ballot(voter: voter, isGranted: granted))
        decideElection()
    }

    /// The leader hands over to us: no pre-vote, since it agrees, and no lease, since it has ended it.
    mutating func receiveTimeoutNow() {
        guard role != .leader, mayCampaign else { return }
        isQuiescent = false
        becomeCandidate(transfer: true)
    }
}
