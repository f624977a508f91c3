public import Environment

/// Handing leadership over (thesis §3.10).
extension RaftGroup {
    /// Stops proposals, brings the target up to date and tells it to campaign. If it has not taken over within an election timeout, proposals are
    /// taken again. To itself: ends a transfer under way.
    public mutating func transferLeadership(to target: VoterID) throws(TransferError) {
        guard role == .leader, violation == nil else { throw .notLeader(hint: leader) }
        if target == id {
            leading.transferTarget = nil
            return
        }
        if let current = leading.transferTarget, current != target { throw .transferring(to: current) }
        guard membership.current.voters.contains(target) else { throw .notVoter }
        wakeIfAsleep()
        leading.transferTarget = target
        leading.transferElapsed = 0
        leading.wantsFlush = true
        continueTransfer(target)
    }

    /// The member may have all by now.
    mutating func continueTransfer(_ member: VoterID) {
        guard leading.transferTarget == member, let i = leading.progressIndex(member) else { return }
        if leading.progress[i].match == log.last.index { send(to: member, .timeoutNow) }
    }
}
