import Environment

/// Time, as the host counts it.
extension RaftGroup {
    /// About 50 ms went by. Not needed while ``needsTicks`` is false.
    public mutating func tick() {
        guard needsTicks else { return }
        if role == .leader { return tickLeader() }
        electionElapsed += 1
        if electionElapsed >= electionTimeout {
            if mayCampaign { return startCampaign() }
            leader = nil
            restartElectionTimer()
        }
    }

    private mutating func tickLeader() {
        electionElapsed += 1
        if electionElapsed >= Int32(clamping: limits.electionTicks) {
            electionElapsed = 0
            guard hearsQuorum() else { return becomeFollower(term, leader: nil) }
        }
        if leading.transferTarget != nil {
            leading.transferElapsed += 1
            // It did not take over: serve on.
            if leading.transferElapsed >= Int32(clamping: limits.electionTicks) { leading.transferTarget = nil }
        }
        for i in leading.progress.indices where leading.progress[i].state == .snapshot {
            leading.progress[i].offerElapsed += 1
            if leading.progress[i].offerElapsed >= Int32(clamping: limits.electionTicks) {
                // The offer or its answer may be lost: ask again where it stands.
                leading.progress[i].becomeProbe()
                leading.wantsFlush = true
            }
        }
        leading.heartbeatElapsed += 1
        if leading.heartbeatElapsed >= Int32(clamping: limits.heartbeatTicks) { broadcastHeartbeat() }
    }

    /// Check-quorum (thesis §6.2): a leader that a majority did not answer for an election timeout steps down, so that clients go elsewhere.
    private mutating func hearsQuorum() -> Bool {
        let hears = quorumValue(.activity)
        for i in leading.progress.indices { leading.progress[i].isActive = false }
        return hears == 1
    }
}
