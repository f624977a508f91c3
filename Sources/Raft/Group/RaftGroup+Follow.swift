import Environment

/// What a follower does with its leader's messages.
extension RaftGroup {
    mutating func receiveAppend(_ append: Append, from sender: VoterID) {
        let match = append.entries.last?.index ?? append.previous.index
        if match <= commit {
            // Late or repeated. All through `commit` is the leader's too.
            return sendBound(to: sender, .appendResponse(.accepted(match: commit)))
        }
        guard append.previous.index < commit || log.term(at: append.previous.index) == append.previous.term else {
            let hint = log.lastPosition(notAfter: append.previous.index, termAtMost: append.previous.term)
            // The logs agree through `commit` in any case.
            let agreed = LogPosition(index: commit, term: log.term(at: commit) ?? .zero)
            let best = hint.map { $0.index > commit ? $0 : agreed } ?? agreed
            return send(to: sender, .appendResponse(.rejected(previous: append.previous.index, hint: best)))
        }
        guard adopt(append.entries) else { return }
        advanceFollowerCommit(to: min(append.commit, match))
        sendBound(to: sender, .appendResponse(.accepted(match: match)))
    }

    /// Appends what is new, after removing what conflicts (Raft §5.3). An entry that is there already is left alone, and so is what follows it: the
    /// message may be an old one.
    /// - Returns: false if that would remove committed entries.
    private mutating func adopt(_ entries: [LogEntry]) -> Bool {
        for entry in entries where entry.index > log.start.index {
            if let existing = log.term(at: entry.index) {
                if existing == entry.term || mutant == .conflictKept { continue }
                if entry.index <= commit {
                    violation = .committedOverwritten(at: entry.index)
                    return false
                }
                truncate(from: entry.index)
            }
            appendToLog(entry)
        }
        return true
    }

    mutating func appendToLog(_ entry: LogEntry) {
        log.append(entry)
        if entry.kind == .configuration, let configuration = Configuration(decoding: entry.payload) {
            membership.append(configuration, at: entry.index)
        }
    }

    private mutating func truncate(from index: LogIndex) {
        log.truncate(from: index)
        membership.truncate(from: index)
        let last = index.previous
        stable = min(stable, last)
        handedToJournal = min(handedToJournal, last)
        writes.clamp(to: last)
    }

    mutating func receiveHeartbeat(_ heartbeat: Heartbeat, from sender: VoterID) {
        // The leader knows that we had this much on disk.
        if heartbeat.commit > log.last.index {
            violation = .commitBeyondLog(commit: heartbeat.commit, last: log.last.index)
            return
        }
        advanceFollowerCommit(to: heartbeat.commit)
        if heartbeat.quiesce {
            isQuiescent = commit == log.last.index && heartbeat.commit == commit && stable == commit
            if isQuiescent { shrink() }
        } else {
            isQuiescent = false
            send(to: sender, .heartbeatResponse(readRound: heartbeat.readRound))
        }
    }

    mutating func advanceFollowerCommit(to index: LogIndex) {
        if index > commit { commit = index }
    }

    mutating func receiveOffer(_ mark: SnapshotMark, from sender: VoterID) {
        if mark.index <= commit {
            return sendBound(to: sender, .appendResponse(.accepted(match: commit)))
        }
        if log.term(at: mark.index) == mark.term {
            // Only the leader did not know how far we are.
            advanceFollowerCommit(to: mark.index)
            return sendBound(to: sender, .appendResponse(.accepted(match: mark.index)))
        }
        send(to: sender, .snapshotResponse(.fetching))
        if let known = offer.value, known.from == sender, known.mark.index >= mark.index { return }
        offer = Rare(Ready.Offer(from: sender, mark: mark))
        offerIsNew = true
    }
}
