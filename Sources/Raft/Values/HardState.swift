public import Environment

/// What a group must have on disk before it acts on it (Raft §5.2): its term, and whom it voted for in that term.
///
/// The commit index is no part of it: after a restart it is learnt again. Hosts may journal it as a hint (``Recovered/commit``).
public struct HardState: Hashable, Sendable {
    public var term: Term
    public var vote: VoterID?

    public init(term: Term, vote: VoterID?) {
        self.term = term
        self.vote = vote
    }

    public static let initial = HardState(term: .zero, vote: nil)
}
