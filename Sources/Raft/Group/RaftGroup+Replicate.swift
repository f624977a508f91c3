public import Environment

/// How a leader gets its log to the others, and learns what is committed.
extension RaftGroup {
    // MARK: Sending

    /// Sends to each member what it may be sent now.
    mutating func flushAppends(into outbox: inout [RaftMessage]) {
        guard role == .leader, leading.wantsFlush else { return }
        leading.wantsFlush = false
        // Members that stand at the same place share one copy of the entries.
        var shared = SharedSlice()
        for i in leading.progress.indices { flush(i, &shared, into: &outbox) }
        if commit >= configurationIndex, leading.progress.contains(where: \.isLeaving) { leading.progress.removeAll(where: \.isLeaving) }
    }

    private struct SharedSlice {
        var first = LogIndex.zero
        var entries: [LogEntry] = []
    }

    private mutating func flush(_ i: Int, _ shared: inout SharedSlice, into outbox: inout [RaftMessage]) {
        switch leading.progress[i].state {
        case .snapshot: break
        case .probe:
            if leading.progress[i].isPaused { return }
            leading.progress[i].isPaused = true
            sendAppend(i, &shared, into: &outbox)
        case .replicate:
            while leading.progress[i].next <= log.last.index, leading.progress[i].inFlight.count < max(1, limits.inFlightAppendsMax) {
                leading.progress[i].isPoked = false
                sendAppend(i, &shared, into: &outbox)
                if leading.progress[i].state != .replicate { return }
            }
            let isBehind = leading.progress[i].sentCommit < min(commit, leading.progress[i].next.previous)
            if isBehind || leading.progress[i].isPoked { sendAppend(i, &shared, withEntries: false, into: &outbox) }
            leading.progress[i].isPoked = false
        }
    }

    private mutating func sendAppend(_ i: Int, _ shared: inout SharedSlice, withEntries: Bool = true, into outbox: inout [RaftMessage]) {
        let first = leading.progress[i].next
        guard let term = log.term(at: first.previous) else { return sendOffer(i, into: &outbox) }
        var entries: [LogEntry] = []
        if withEntries && first <= log.last.index {
            if shared.first != first {
                shared = SharedSlice(first: first, entries: log.slice(from: first, bytesMax: limits.appendBytesMax))
            }
            entries = shared.entries
        }
        let through = entries.last?.index ?? first.previous
        let append = Append(previous: LogPosition(index: first.previous, term: term), commit: commit, entries: entries)
        outbox.append(RaftMessage(from: id, to: leading.progress[i].id, term: self.term, kind: .append(append)))
        leading.progress[i].sentCommit = max(leading.progress[i].sentCommit, min(commit, through))
        if leading.progress[i].state == .replicate && !entries.isEmpty {
            leading.progress[i].next = through.next
            leading.progress[i].inFlight.append(through)
        }
    }

    /// What the member needs is compacted away.
    private mutating func sendOffer(_ i: Int, into outbox: inout [RaftMessage]) {
        leading.progress[i].becomeSnapshot()
        outbox.append(RaftMessage(from: id, to: leading.progress[i].id, term: term, kind: .snapshotOffer(logStart)))
    }

    mutating func broadcastHeartbeat(quiesce: Bool = false) {
        leading.heartbeatElapsed = 0
        let readRound = leading.reads.isEmpty ? 0 : leading.readRound
        for progress in leading.progress {
            let heartbeat = Heartbeat(commit: min(progress.match, commit), readRound: readRound, quiesce: quiesce)
            send(to: progress.id, .heartbeat(heartbeat))
        }
    }

    // MARK: Answers

    mutating func receiveAppendResponse(_ response: AppendResponse, from sender: VoterID) {
        guard let i = leading.progressIndex(sender) else { return }
        leading.progress[i].isActive = true
        switch response {
        case .accepted(let match):
            // Nobody can hold more than we ever sent.
            guard match <= log.last.index else { return }
            receiveAccepted(i, match)
        case .rejected(let previous, let hint):
            // Our last place at or before theirs, of a term not above theirs: all between conflicts.
            let resume = log.lastPosition(notAfter: hint.index, termAtMost: hint.term)?.index ?? min(hint.index, log.start.index.previous)
            if leading.progress[i].reject(previous: previous, resume: resume) {
                leading.wantsFlush = true
                wakeIfAsleep()
            }
        }
    }

    private mutating func receiveAccepted(_ i: Int, _ match: LogIndex) {
        let isNews = leading.progress[i].accept(match)
        switch leading.progress[i].state {
        case .probe:
            // Also when it is no news: it agrees at `next - 1`, which is all a probe asks.
            if match.next >= leading.progress[i].next { leading.progress[i].becomeReplicate() }
        case .snapshot:
            // Whether by our snapshot, an older one or entries that were still under way: the log reaches it again.
            if match >= log.start.index { leading.progress[i].becomeReplicate() }
        case .replicate: break
        }
        leading.wantsFlush = true
        let member = leading.progress[i].id
        if isNews { advanceLeaderCommit() }
        if role == .leader { continueTransfer(member) }
    }

    mutating func receiveHeartbeatResponse(_ readRound: UInt64, from sender: VoterID) {
        guard let i = leading.progressIndex(sender) else { return }
        leading.progress[i].isActive = true
        leading.progress[i].isPaused = false
        let match = leading.progress[i].match
        if match < log.last.index || leading.progress[i].state == .probe { leading.wantsFlush = true }
        if leading.progress[i].state == .replicate, match < log.last.index, match == leading.progress[i].matchAtHeartbeat {
            // It has not moved since the last heartbeat: perhaps nothing is under way any more. Free one place, and show it where we think it is:
            // it will refuse if it lacks something.
            if leading.progress[i].inFlight.count >= max(1, limits.inFlightAppendsMax) { leading.progress[i].inFlight.removeFirst() }
            leading.progress[i].isPoked = true
        }
        leading.progress[i].matchAtHeartbeat = match
        if readRound > leading.progress[i].readRound && readRound <= leading.readRound {
            leading.progress[i].readRound = readRound
            finishReads()
        }
    }

    mutating func receiveSnapshotResponse(_ progress: SnapshotProgress, from sender: VoterID) {
        guard let i = leading.progressIndex(sender) else { return }
        leading.progress[i].isActive = true
        guard leading.progress[i].state == .snapshot else { return }
        switch progress {
        case .fetching: leading.progress[i].offerElapsed = 0
        case .failed:
            // The next heartbeat's answer sends the probe that turns into a new offer.
            leading.progress[i].becomeProbe()
            leading.progress[i].isPaused = true
        }
    }

    /// A message to this member was surely not delivered: what was sent optimistically is sent again.
    public mutating func reportUnreachable(_ id: VoterID) {
        guard let i = leading.progressIndex(id), leading.progress[i].state == .replicate else { return }
        leading.progress[i].becomeProbe()
    }

    // MARK: Committing

    /// Counts who holds what. Only an entry of our own term is committed by counting; it takes all before it along (Raft §5.4.2, figure 8).
    mutating func advanceLeaderCommit() {
        guard role == .leader else { return }
        let reached = LogIndex(quorumValue(.durable))
        guard reached > commit, log.term(at: reached) == term || mutant == .commitOlderTerm else { return }
        leading.uncommittedBytes -= log.cost(from: commit.next, through: reached)
        commit = reached
        leading.wantsFlush = true
        continueChange()
    }
}
