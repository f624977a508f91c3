public import Environment

/// Why a proposal was not taken. Nothing of it is in the log.
public enum ProposeError: Error, Hashable, Sendable {
    /// Ask the hint, if there is one.
    case notLeader(hint: VoterID?)
    /// Leadership is being handed over; try there shortly.
    case transferring(to: VoterID)
    /// `RaftLimits.uncommittedBytesMax` is reached. Retriable.
    case uncommittedBytesLimit
}

/// Why a membership change was not begun, or not cancelled.
public enum ConfigurationError: Error, Hashable, Sendable {
    case notLeader(hint: VoterID?)
    case transferring(to: VoterID)
    /// One change at a time: the one before is not committed, or joint and not finished. Retriable.
    case changeInProgress
    /// The leader has not committed an entry of its own term yet (Ongaro, raft-dev 2015: without this rule two one-step changes can lose
    /// entries). Retriable.
    case termNotCommitted
    /// No voter, too many members, or equal to what is in force.
    case invalid
    /// There is nothing that could still be cancelled.
    case nothingToCancel
}

public enum TransferError: Error, Hashable, Sendable {
    case notLeader(hint: VoterID?)
    /// The target is no voter of the configuration in force.
    case notVoter
    case transferring(to: VoterID)
}

public enum ReadError: Error, Hashable, Sendable {
    case notLeader(hint: VoterID?)
}

/// A law of Raft was broken around us: a peer asked us to overwrite what is committed, two leaders claim one term, or the like. The group does
/// nothing any more; the host stops it loudly.
public enum Violation: Error, Hashable, Sendable {
    case committedOverwritten(at: LogIndex)
    case twoLeaders(Term, VoterID, VoterID)
    case commitBeyondLog(commit: LogIndex, last: LogIndex)
}
