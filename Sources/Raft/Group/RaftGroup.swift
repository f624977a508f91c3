public import Environment
public import NIOCore

/// One member of one Raft group, as a plain value: no I/O, no clock, no chance but the generator it is given.
///
/// The host calls the functions that tell it something (``step(_:)``, ``tick()``, ``propose(_:)``, ``persisted(_:)`` ...), then once per turn
/// ``takeReady(into:)``, and does what stands there.
public struct RaftGroup: Sendable {
    public let id: VoterID

    /// A group as it was found on disk, or a new one. A group whose only voter it is campaigns at once and needs no ticks, ever.
    public init(id: VoterID, recovered: Recovered, limits: RaftLimits, random: SeededRandom, mutant: Mutant? = nil) throws(RecoveryError) {
        self.id = id
    }

    // MARK: Looking

    public var role: Role { violated("not built yet") }
    /// Nil while not known.
    public var leader: VoterID? { violated("not built yet") }
    public var term: Term { violated("not built yet") }
    public var hardState: HardState { violated("not built yet") }
    public var commit: LogIndex { violated("not built yet") }
    public var applied: LogIndex { violated("not built yet") }
    /// The last entry of the log, durable or not.
    public var last: LogPosition { violated("not built yet") }
    /// The log in memory begins after this mark: a replica that needs more gets a snapshot.
    public var logStart: SnapshotMark { violated("not built yet") }
    /// In force: the newest in the log.
    public var configuration: Configuration { violated("not built yet") }
    /// Of the entry that holds `configuration`.
    public var configurationIndex: LogIndex { violated("not built yet") }
    /// Leads, and has committed an entry of its term: it knows all that was ever committed, and may serve.
    public var isEstablished: Bool { violated("not built yet") }
    /// Whether ``tick()`` has anything to do.
    public var needsTicks: Bool { violated("not built yet") }
    /// The members as the leader sees them; empty elsewhere.
    public var replicas: [ReplicaStatus] { violated("not built yet") }
    public func replica(_ id: VoterID) -> ReplicaStatus? { violated("not built yet") }
    public func entry(at index: LogIndex) -> LogEntry? { violated("not built yet") }
    /// Where a snapshot of the state that has applied exactly `index` stands; nil if the log does not reach there any more, or yet.
    public func mark(at index: LogIndex) -> SnapshotMark? { violated("not built yet") }

    // MARK: Telling

    /// A message arrived.
    public mutating func step(_ message: RaftMessage) { violated("not built yet") }
    /// About 50 ms went by.
    public mutating func tick() { violated("not built yet") }
    /// Campaign now. `prompt`: the host has reason to think it will win (the leader's node is gone, this one is first in line), so on a lost round
    /// it tries again after a tick or two instead of an election timeout.
    public mutating func campaign(prompt: Bool = false) { violated("not built yet") }
    /// The leader's node is known to be gone: its lease no longer keeps this member from voting for another.
    public mutating func forgetLeader() { violated("not built yet") }
    /// - Returns: the index of the first; the others follow.
    public mutating func propose(_ payloads: [ByteBuffer]) throws(ProposeError) -> LogIndex { violated("not built yet") }
    public mutating func propose(_ payload: ByteBuffer) throws(ProposeError) -> LogIndex { violated("not built yet") }
    /// Changes the members; the leader completes a joint change by itself.
    public mutating func proposeConfiguration(
        voters: [VoterID], learners: [VoterID]
    ) throws(ConfigurationError) -> LogIndex { violated("not built yet") }
    public mutating func cancelConfigurationChange() throws(ConfigurationError) -> LogIndex { violated("not built yet") }
    public mutating func transferLeadership(to target: VoterID) throws(TransferError) { violated("not built yet") }
    /// Asks for an index that is at least everything committed when it was asked. The answer comes in ``Ready/reads`` under the token.
    public mutating func readIndex(token: UInt64) throws(ReadError) { violated("not built yet") }

    /// A message to this member was surely not delivered.
    public mutating func reportUnreachable(_ id: VoterID) { violated("not built yet") }
    /// What ``Ready/offer`` asked for could not be fetched or installed.
    public mutating func reportSnapshotFailed() { violated("not built yet") }
    /// The host's state now stands at the mark.
    /// - Returns: false if the group is already further; nothing happened then.
    public mutating func installSnapshot(_ mark: SnapshotMark) -> Bool { violated("not built yet") }
    /// What was handed over under this token, and before, is durable.
    public mutating func persisted(_ token: PersistToken) { violated("not built yet") }
    /// The host's state holds everything through `index`.
    public mutating func applied(through index: LogIndex) { violated("not built yet") }
    /// Forgets entries through `index`, or through what is applied if that is less.
    public mutating func compact(to index: LogIndex) { violated("not built yet") }

    /// Leads, all members hold everything, all is applied, nothing waits: nothing would be lost if heartbeats stopped.
    public var canQuiesce: Bool { violated("not built yet") }
    public var isQuiescent: Bool { violated("not built yet") }
    /// A leader that can goes to sleep, and tells its followers to.
    public mutating func quiesce() { violated("not built yet") }
    /// Heartbeats and election timeouts run again.
    public mutating func wake() { violated("not built yet") }

    // MARK: Doing

    /// Empties `ready` and fills it with what is to be done now. Call it when ``hasReady`` or once per turn.
    public mutating func takeReady(into ready: inout Ready) { violated("not built yet") }
    /// Whether ``takeReady(into:)`` would give anything.
    public var hasReady: Bool { violated("not built yet") }
}
