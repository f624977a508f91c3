public import Environment

/// What a leader knows of another member.
public struct ReplicaStatus: Hashable, Sendable {
    public enum State: UInt8, Sendable {
        /// Looking for where its log agrees: one append at a time.
        case probe
        /// Appends are pipelined.
        case replicate
        /// Needs what is no longer in the log: it was offered a snapshot.
        case snapshot
    }

    public var id: VoterID
    public var isVoter: Bool
    public var state: State
    /// Durable and equal to the leader's log through here.
    public var match: LogIndex
    /// Was heard from since the last quorum check (between one and two election timeouts).
    public var isActive: Bool
}
