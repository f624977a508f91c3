public import Environment

public enum Role: UInt8, Sendable {
    case follower
    /// Asks whether it would be elected, without disturbing anybody's term.
    case preCandidate
    case candidate
    case leader
}

/// Who leads, as one member sees it.
public struct Leadership: Hashable, Sendable {
    public var term: Term
    public var role: Role
    /// Nil while not known.
    public var leader: VoterID?

    public init(term: Term, role: Role, leader: VoterID?) {
        self.term = term
        self.role = role
        self.leader = leader
    }
}
