import Environment

/// Sleep. A node hosts thousands of groups, most of them idle: those neither tick nor send. The host watches the nodes instead, and wakes the
/// groups of a node that is gone (``forgetLeader()``, ``campaign(prompt:)``).
extension RaftGroup {
    /// Leads, every voter and every learner that answers holds everything, all is committed and applied, and nothing waits: nothing is lost if
    /// heartbeats stop.
    public var canQuiesce: Bool {
        guard isEstablished, !isQuiescent, violation == nil, !membership.current.isJoint, leading.transferTarget == nil,
            leading.reads.isEmpty
        else { return false }
        let last = log.last.index
        guard commit == last, applied == last, stable == last, writes.isEmpty, !installed.isPresent else { return false }
        return leading.progress.allSatisfy { progress in
            if progress.match == last { return progress.state == .replicate && progress.sentCommit == last }
            return !progress.isActive && !membership.current.isVoter(progress.id)
        }
    }

    /// A leader that ``canQuiesce`` goes to sleep, and tells its followers to; a group of one voter too gives memory back by it. One that misses the message asks for a vote later and so wakes
    /// the leader; nothing else happens.
    public mutating func quiesce() {
        guard canQuiesce else { return }
        broadcastHeartbeat(quiesce: true)
        isQuiescent = true
        shrink()
    }

    /// Heartbeats and election timeouts run again. A proposal or read at a sleeping leader does this by itself.
    public mutating func wake() {
        guard isQuiescent else { return }
        isQuiescent = false
        electionElapsed = 0
        guard role == .leader else { return }
        // Nobody was asked while we slept: nobody is late.
        for i in leading.progress.indices { leading.progress[i].isActive = true }
        broadcastHeartbeat()
    }

    mutating func wakeIfAsleep() {
        if isQuiescent { wake() }
    }

    /// Gives back memory an idle group does not need.
    mutating func shrink() {
        log.shrink()
        writes.shrink()
        if messages.isEmpty { messages = [] }
        if boundMessages.isEmpty { boundMessages = [] }
        if reads.isEmpty { reads = [] }
    }
}
