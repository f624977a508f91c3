import Environment

/// What a group hands to its host.
extension RaftGroup {
    /// Whether ``takeReady(into:)`` would give anything.
    public var hasReady: Bool {
        if violation != nil || leadership != reported || offerIsNew { return true }
        if !messages.isEmpty || !boundMessages.isEmpty || !reads.isEmpty { return true }
        if hasUnjournaled || applicable > handedToApply { return true }
        guard role == .leader else { return false }
        return leading.wantsFlush || (leading.reads.last?.round == 0 && isEstablished)
    }

    /// Empties `ready` and fills it with what is to be done now. Each thing is given once.
    public mutating func takeReady(into ready: inout Ready) {
        ready.clear()
        if let violation {
            ready.violation = violation
            return
        }
        if role == .leader {
            startReadRound()
            flushAppends(into: &ready.messages)
        }
        if leadership != reported {
            reported = leadership
            ready.leadership = reported
        }
        Self.move(&messages, to: &ready.messages, keepsBuffer: !isQuiescent)
        takeWrite(into: &ready)
        let through = applicable
        log.copy(from: handedToApply.next, through: through, into: &ready.committed)
        handedToApply = max(handedToApply, through)
        if offerIsNew {
            offerIsNew = false
            ready.offer = offer.value
        }
        if !reads.isEmpty {
            ready.reads.append(contentsOf: reads)
            reads.removeAll(keepingCapacity: true)
        }
    }

    /// What was handed over under this token, and all before it, is durable. A token known already, or never given, changes nothing.
    public mutating func persisted(_ token: PersistToken) {
        guard violation == nil, let last = writes.finish(token) else { return }
        stable = max(stable, last)
        if role == .leader {
            advanceLeaderCommit()
        } else if role == .candidate, !hardStateDirty, writes.durableSequence >= hardStateSequence {
            castOwnBallot()
        }
    }

    /// Committed, and durable here: state never runs ahead of the journal it would be rebuilt from.
    private var applicable: LogIndex { mutant == .answerBeforeSync ? commit : min(commit, stable) }

    private var hasUnjournaled: Bool { hardStateDirty || installed.isPresent || handedToJournal < log.last.index }

    private mutating func takeWrite(into ready: inout Ready) {
        guard hasUnjournaled || (!boundMessages.isEmpty && !writes.isEmpty) else {
            // All that these promise is durable.
            return Self.move(&boundMessages, to: &ready.messages, keepsBuffer: !isQuiescent)
        }
        let last = log.last.index
        ready.token = writes.begin(last: last)
        ready.installed = installed.value
        installed = .missing
        if hardStateDirty {
            hardStateDirty = false
            hardStateSequence = writes.sequence
            ready.hardState = hardState
        }
        log.copy(from: handedToJournal.next, through: last, into: &ready.entries)
        handedToJournal = last
        if mutant == .voteNotSynced {
            ready.messages += boundMessages.filter(\.isElection)
            boundMessages.removeAll(where: \.isElection)
        }
        Self.move(&boundMessages, to: &ready.messagesAfterPersist, keepsBuffer: !isQuiescent)
    }

    /// Moves all, and keeps a small buffer for the next time unless the group sleeps.
    private static func move(_ from: inout [RaftMessage], to: inout [RaftMessage], keepsBuffer: Bool) {
        if from.isEmpty { return }
        to.append(contentsOf: from)
        from.removeAll(keepingCapacity: keepsBuffer && from.capacity <= 4)
    }
}

extension RaftMessage {
    fileprivate var isElection: Bool {
        switch kind {
        case .vote, .voteResponse: true
        default: false
        }
    }
}
