import Environment
public import NIOCore

/// Proposals.
extension RaftGroup {
    static let noPayload = ByteBuffer()

    /// Appends an entry. Whether it gets committed is known when it comes back in ``Ready/committed`` with the term it was proposed in; if
    /// leadership is lost before, its outcome is unknown.
    /// - Returns: its index.
    public mutating func propose(_ payload: ByteBuffer) throws(ProposeError) -> LogIndex {
        try admit(cost: payload.readableBytes + 32)
        return appendOwn(.normal, payload)
    }

    /// Appends several entries, all or none.
    /// - Returns: the index of the first; the others follow it. Of no payloads: the index the next entry will have.
    public mutating func propose(_ payloads: [ByteBuffer]) throws(ProposeError) -> LogIndex {
        try admit(cost: payloads.reduce(0) { $0 + $1.readableBytes + 32 })
        let first = log.last.index.next
        for payload in payloads { appendOwn(.normal, payload) }
        return first
    }

    /// A single proposal is let in whatever its size when nothing else waits; otherwise it could never be.
    private func admit(cost: Int) throws(ProposeError) {
        guard role == .leader, violation == nil else { throw .notLeader(hint: leader) }
        if let target = leading.transferTarget { throw .transferring(to: target) }
        if leading.uncommittedBytes > 0 && leading.uncommittedBytes + cost > limits.uncommittedBytesMax { throw .uncommittedBytesLimit }
    }

    @discardableResult
    mutating func appendOwn(_ kind: LogEntry.Kind, _ payload: ByteBuffer) -> LogIndex {
        wakeIfAsleep()
        let entry = LogEntry(index: log.last.index.next, term: term, kind: kind, payload: payload)
        leading.uncommittedBytes += entry.cost
        appendToLog(entry)
        leading.wantsFlush = true
        if mutant == .answerBeforeSync { advanceLeaderCommit() }
        return entry.index
    }
}
