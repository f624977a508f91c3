public import Environment

/// One member of one Raft group, as a plain value: no I/O, no clock, no chance but the generator it is given.
///
/// The host tells it what happened (``step(_:)``, ``tick()``, ``propose(_:)-(ByteBuffer)``, ``persisted(_:)`` ...), then, once per turn, calls
/// ``takeReady(into:)`` and does what stands there. Appends, commit indexes and read rounds are gathered until then, so a turn sends at
/// most a few messages per member, however much was proposed in it.
///
/// Safety rests on what leaves when: whatever binds this member (a vote, a request for votes, an accepted append) leaves only after the journal
/// has it (``Ready/messagesAfterPersist``), and only durable entries count for a commit and are given out to be applied.
public struct RaftGroup: Sendable {
    public let id: VoterID
    let limits: RaftLimits
    let mutant: Mutant?
    var random: SeededRandom

    // What is, or will be, on disk.
    /// The newest term this member has seen.
    public internal(set) var term: Term
    var vote: VoterID?
    var log: EntryLog
    var membership: MembershipHistory
    /// `term` or `vote` changed since they were handed to the journal.
    var hardStateDirty = false
    /// The hand-over that carried the newest hard state.
    var hardStateSequence: UInt64 = 0
    var handedToJournal: LogIndex
    var stable: LogIndex
    var writes = WriteQueue()
    var installed = Rare<Ready.Installed>.missing

    // How far we are.
    /// Everything through here is committed, as far as this member knows.
    public internal(set) var commit: LogIndex
    /// Given to the host to apply, through here.
    var handedToApply: LogIndex
    /// As the host told by ``applied(through:)``.
    public internal(set) var applied: LogIndex

    // Elections.
    /// What this member is in its term.
    public internal(set) var role = Role.follower
    /// Who leads the term; nil while not known.
    public internal(set) var leader: VoterID?
    var electionElapsed: Int32 = 0
    var electionTimeout: Int32 = 0
    /// Campaigns that are still repeated quickly.
    var promptCampaigns: UInt8 = 0
    /// Sleeps: no heartbeats, no election timeouts.
    public internal(set) var isQuiescent = false
    var ballots: [Ballot] = []
    var leading = Leading()

    // What the next `takeReady` gives.
    var reported: Leadership
    var violation: Violation?
    var messages: [RaftMessage] = []
    /// To be sent when all journaled before is durable.
    var boundMessages: [RaftMessage] = []
    var reads: [ReadResult] = []
    /// Asked of the host and not finished.
    var offer = Rare<Ready.Offer>.missing
    var offerIsNew = false

    /// A group as it was found on disk, or a new one. A group whose only voter it is campaigns at once and needs no ticks, ever.
    /// - Parameter mutant: a fault to show to checkers; nil outside tests.
    public init(id: VoterID, recovered: Recovered, limits: RaftLimits, random: SeededRandom, mutant: Mutant? = nil) throws(RecoveryError) {
        self.id = id
        self.limits = limits
        self.mutant = mutant
        self.random = random
        term = recovered.hardState.term
        vote = recovered.hardState.vote
        log = EntryLog(start: recovered.mark.position)
        membership = MembershipHistory(base: recovered.mark.configuration)
        for entry in recovered.entries {
            guard entry.index == log.last.index.next, entry.term >= log.last.term else { throw .notConsecutive(at: entry.index) }
            log.append(entry)
            if entry.kind == .configuration {
                guard let configuration = Configuration(decoding: entry.payload) else { throw .badConfiguration(at: entry.index) }
                membership.append(configuration, at: entry.index)
            }
        }
        let last = log.last
        guard term >= last.term else { throw .termBehindLog(term, last: last) }
        guard recovered.applied <= last.index else { throw .appliedBeyondLog(applied: recovered.applied, last: last.index) }
        applied = max(recovered.applied, recovered.mark.index)
        handedToApply = applied
        commit = max(applied, min(recovered.commit, last.index))
        stable = last.index
        handedToJournal = last.index
        reported = Leadership(term: term, role: .follower, leader: nil)
        restartElectionTimer()
        if membership.current.isSingleVoter(id) { campaign() }
    }
}
