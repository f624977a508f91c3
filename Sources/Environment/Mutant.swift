/// A known fault that a test can switch on, to show that its checkers would catch it. Production code never sets one.
public enum Mutant: String, CaseIterable, Sendable {
    /// Raft sends a vote before it is on disk.
    case voteNotSynced
    /// A leader answers or commits before its own journal has synced.
    case answerBeforeSync
    /// Raft counts replicas for an entry of an older term (Raft §5.4.2, figure 8).
    case commitOlderTerm
    /// A torn tail of the journal is taken as valid.
    case tornTailAccepted
    /// Two votes in one term.
    case doubleVote
    /// An append's conflict check is skipped: a follower keeps a conflicting suffix.
    case conflictKept
    /// A read is answered without asking whether the leader still leads.
    case readUnconfirmed
    /// Producer sequence state is not part of the image.
    case dedupTableForgotten
    /// Log start offset moves without an entry in the log.
    case logStartUnlogged
    /// A partition's checkpoint names bytes of its segments that were never synced.
    case segmentNotSynced
    /// What a segment has beyond the last checkpoint is kept when it is opened, though the journal brings it again.
    case segmentTailKept
}
