import Environment

/// The door for messages.
extension RaftGroup {
    /// A message arrived. Whatever it is, it cannot trap; what is not for us or not well formed is dropped.
    public mutating func step(_ message: RaftMessage) {
        guard violation == nil, message.to == id, message.from != id, message.term < .limit else { return }
        if leaseRefuses(message) { return }
        switch message.kind {
        case .preVote(let last):
            return receivePreVote(message, last: last)
        case .preVoteResponse(true):
            // Carries the term we would campaign in; an answer to an earlier question no longer matters.
            if role == .preCandidate && message.term == term.next { receiveBallot(from: message.from, granted: true) }
            return
        default: break
        }
        if message.term < term { return refuseOldTerm(message) }
        if message.term > term { becomeFollower(message.term, leader: nil) }
        stepInTerm(message)
    }

    private mutating func stepInTerm(_ message: RaftMessage) {
        switch message.kind {
        case .preVote: break
        case .preVoteResponse(let granted):
            if role == .preCandidate && !granted { receiveBallot(from: message.from, granted: false) }
        case .vote(let last, _):
            wakeFollower()
            receiveVote(message, last: last)
        case .voteResponse(let granted):
            if role == .candidate { receiveBallot(from: message.from, granted: granted) }
        case .append(let append):
            guard append.isWellFormed(term: message.term), follow(message.from) else { return }
            isQuiescent = false
            receiveAppend(append, from: message.from)
        case .heartbeat(let heartbeat):
            guard follow(message.from) else { return }
            receiveHeartbeat(heartbeat, from: message.from)
        case .snapshotOffer(let mark):
            guard mark.index < .limit, mark.term <= message.term, follow(message.from) else { return }
            isQuiescent = false
            receiveOffer(mark, from: message.from)
        case .appendResponse(let response):
            if role == .leader { receiveAppendResponse(response, from: message.from) }
        case .heartbeatResponse(let readRound):
            if role == .leader { receiveHeartbeatResponse(readRound, from: message.from) }
        case .snapshotResponse(let progress):
            if role == .leader { receiveSnapshotResponse(progress, from: message.from) }
        case .timeoutNow:
            receiveTimeoutNow()
        }
    }

    /// Takes the sender of an append, heartbeat or offer of our term as the leader it must be.
    /// - Returns: false if there is another one: the law of one leader a term is broken, and this group stops.
    private mutating func follow(_ sender: VoterID) -> Bool {
        if let leader, leader != sender {
            violation = .twoLeaders(term, leader, sender)
            return false
        }
        if role != .follower || leader == nil {
            becomeFollower(term, leader: sender)
        } else {
            electionElapsed = 0
        }
        return true
    }

    /// Tells a leader or candidate of an older term about ours. Without that, a member that came back with a higher term could neither follow
    /// (the term is too low) nor win (the others hear from their leader): nobody would ever move.
    private mutating func refuseOldTerm(_ message: RaftMessage) {
        switch message.kind {
        case .append, .heartbeat, .snapshotOffer:
            send(to: message.from, .appendResponse(.rejected(previous: .zero, hint: .zero)))
        case .vote:
            send(to: message.from, .voteResponse(granted: false))
        default: break
        }
    }

    private mutating func wakeFollower() {
        if role == .follower { isQuiescent = false }
    }

    // MARK: Sending

    mutating func send(to receiver: VoterID, term: Term? = nil, _ kind: RaftMessage.Kind) {
        messages.append(RaftMessage(from: id, to: receiver, term: term ?? self.term, kind: kind))
    }

    /// For what may leave only when all that is in memory now is on disk.
    mutating func sendBound(to receiver: VoterID, _ kind: RaftMessage.Kind) {
        boundMessages.append(RaftMessage(from: id, to: receiver, term: term, kind: kind))
    }
}
