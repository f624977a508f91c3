public import Environment

/// What one member of a group says to another. May be lost, repeated, delayed and reordered.
public struct RaftMessage: Hashable, Sendable {
    public var from: VoterID
    public var to: VoterID
    /// The sender's term; of a pre-vote and of a granted answer to one, the term the candidate would campaign in.
    public var term: Term
    public var kind: Kind

    public enum Kind: Hashable, Sendable {
        /// Would you vote for me, whose log ends there? (Raft thesis §9.6.) Binds nobody.
        case preVote(last: LogPosition)
        case preVoteResponse(granted: Bool)
        /// Vote for me, whose log ends there. `transfer`: the leader asked for this election, so its lease does not count (thesis §4.2.3).
        case vote(last: LogPosition, transfer: Bool)
        case voteResponse(granted: Bool)
        case append(Append)
        case appendResponse(AppendResponse)
        case heartbeat(Heartbeat)
        /// Repeats the heartbeat's read round.
        case heartbeatResponse(readRound: UInt64)
        /// What you need is no longer in my log: fetch my snapshot, which stands at this mark or later.
        case snapshotOffer(SnapshotMark)
        /// A snapshot that is installed is answered by an append response instead.
        case snapshotResponse(SnapshotProgress)
        /// Campaign now: I hand leadership to you (thesis §3.10).
        case timeoutNow
    }

    public init(from: VoterID, to: VoterID, term: Term, kind: Kind) {
        self.from = from
        self.to = to
        self.term = term
        self.kind = kind
    }
}
