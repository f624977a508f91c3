public import Environment
import NIOCore

/// Membership changes.
///
/// A change of one voter is one entry; a larger one goes through a joint configuration (Raft §6), which the leader completes by itself. A
/// configuration is in force as soon as it is in the log. A leader begins a change only after it has committed an entry of its own term, and only
/// when the configuration in force is committed and not joint.
extension RaftGroup {
    /// Changes the members to these. Learners cost nothing: let a newcomer learn first, and make it a voter when its
    /// ``ReplicaStatus/match`` is close.
    /// - Returns: the index of the first entry of the change. It is done when ``configuration`` is not joint and ``commit`` has reached
    ///   ``configurationIndex``.
    public mutating func proposeConfiguration(voters: [VoterID], learners: [VoterID]) throws(ConfigurationError) -> LogIndex {
        try admitChange()
        let current = membership.current
        guard !current.isJoint, configurationIndex <= commit else { throw .changeInProgress }
        guard isEstablished else { throw .termNotCommitted }
        let wanted = Configuration(voters: voters, learners: learners)
        guard !wanted.voters.isEmpty, wanted != current, wanted.members.count + current.members.count <= Configuration.membersMax else {
            throw .invalid
        }
        let isSimple = current.voterDifference(to: wanted) <= 1
        let first = isSimple ? wanted : Configuration(voters: wanted.voters, outgoing: current.voters, learners: wanted.learners)
        let index = appendConfiguration(first)
        leading.ownChange = index
        return index
    }

    /// Turns a change back that does not get committed, for instance because the newcomers are dead: the old voters rule again at once.
    ///
    /// Only the leader that began the change, in the term it began it, may: it knows that nobody has completed it, so every possible candidate still
    /// needs a majority of the old voters. A change that another leader took over is completed.
    /// - Returns: the index of the entry that restores the old voters.
    public mutating func cancelConfigurationChange() throws(ConfigurationError) -> LogIndex {
        try admitChange()
        guard let own = leading.ownChange, own == configurationIndex, own > commit, let previous = membership.previous else {
            throw .nothingToCancel
        }
        let current = membership.current
        leading.ownChange = nil
        return appendConfiguration(current.isJoint ? current.reverted : previous)
    }

    private func admitChange() throws(ConfigurationError) {
        guard role == .leader, violation == nil else { throw .notLeader(hint: leader) }
        if let target = leading.transferTarget { throw .transferring(to: target) }
    }

    private mutating func appendConfiguration(_ configuration: Configuration) -> LogIndex {
        var payload = ByteBuffer()
        configuration.encode(into: &payload)
        let index = appendOwn(.configuration, payload)
        updateProgress()
        // With fewer voters more may be committed than before.
        advanceLeaderCommit()
        return index
    }

    /// Everybody in the configuration in force has a progress. Who left keeps it until the change is committed, and can so learn of it.
    mutating func updateProgress() {
        let members = membership.current.members
        for member in members where member != id && leading.progressIndex(member) == nil {
            var progress = Progress(id: member, next: log.last.index.next)
            progress.isActive = true
            leading.progress.append(progress)
        }
        for i in leading.progress.indices { leading.progress[i].isLeaving = !members.contains(leading.progress[i].id) }
        leading.wantsFlush = true
    }

    /// The commit index moved: a committed joint configuration is completed; a leader that is no voter any more goes.
    mutating func continueChange() {
        guard commit >= configurationIndex, isEstablished else { return }
        let current = membership.current
        if current.isJoint {
            leading.ownChange = nil
            _ = appendConfiguration(current.completed)
        } else if !current.isVoter(id) {
            stepDownAfterRemoval()
        }
    }

    /// The others are told first, and the most complete of them is asked to take over, so that nobody waits for an election timeout.
    private mutating func stepDownAfterRemoval() {
        var outbox: [RaftMessage] = []
        flushAppends(into: &outbox)
        messages += outbox
        var best: Progress?
        for progress in leading.progress where membership.current.isVoter(progress.id) {
            if progress.match > best?.match ?? .zero { best = progress }
        }
        if let best { send(to: best.id, .timeoutNow) }
        becomeFollower(term, leader: nil)
    }
}
