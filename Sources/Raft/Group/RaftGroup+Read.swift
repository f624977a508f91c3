import Environment

/// Reads that see everything committed before they began (thesis §6.4), without a log entry and without trusting clocks.
extension RaftGroup {
    /// Asks for an index that is at least everything committed when it was asked. The answer comes in ``Ready/reads`` under the token: at once in a
    /// group of one voter, after a round of heartbeats otherwise. All reads asked in one turn share a round.
    public mutating func readIndex(token: UInt64) throws(ReadError) {
        guard role == .leader, violation == nil else { throw .notLeader(hint: leader) }
        if mutant == .readUnconfirmed {
            reads.append(ReadResult(token: token, index: commit))
            return
        }
        wakeIfAsleep()
        leading.reads.append(Leading.PendingRead(token: token, round: 0, index: .zero))
    }

    /// Reads that came in since the last round wait for a new one: an answer to an older heartbeat may have been given before they were asked.
    /// A leader that has not committed in its term does not know what is committed, so its reads wait.
    mutating func startReadRound() {
        guard let newest = leading.reads.last, newest.round == 0, isEstablished else { return }
        leading.readRound += 1
        for i in leading.reads.indices.reversed() {
            if leading.reads[i].round != 0 { break }
            leading.reads[i].round = leading.readRound
            leading.reads[i].index = commit
        }
        finishReads()
        if !leading.reads.isEmpty { broadcastHeartbeat() }
    }

    /// Answers the reads whose round a majority has confirmed.
    mutating func finishReads() {
        guard !leading.reads.isEmpty else { return }
        let confirmed = quorumValue(.readRound)
        var done = 0
        for read in leading.reads {
            if read.round == 0 || read.round > confirmed { break }
            reads.append(ReadResult(token: read.token, index: read.index))
            done += 1
        }
        leading.reads.removeFirst(done)
    }
}
