public import Environment

extension RaftGroup {
    public var hardState: HardState { HardState(term: term, vote: vote) }
    /// Who leads, as seen from here.
    public var leadership: Leadership { Leadership(term: term, role: role, leader: leader) }
    /// The last entry of the log, durable or not.
    public var last: LogPosition { log.last }
    /// The log in memory begins after this mark: a replica that needs more gets a snapshot.
    public var logStart: SnapshotMark {
        SnapshotMark(index: log.start.index, term: log.start.term, configuration: membership.configuration(at: log.start.index))
    }
    /// In force: the newest in the log, committed or not.
    public var configuration: Configuration { membership.current }
    /// Of the entry that holds ``configuration``, or of the log's start if it is older.
    public var configurationIndex: LogIndex { membership.currentIndex ?? log.start.index }
    /// Leads, and has committed an entry of its term: it knows all that was ever committed, and may serve.
    public var isEstablished: Bool { role == .leader && commit >= leading.termStart }
    /// Whether ``tick()`` has anything to do. False for a quiescent group, and for a leader that is alone.
    public var needsTicks: Bool { !isQuiescent && !(role == .leader && leading.progress.isEmpty) && violation == nil }

    /// The other members as the leader sees them; empty elsewhere.
    public var replicas: [ReplicaStatus] { leading.progress.map(status) }
    /// Another member as the leader sees it; nil elsewhere, and for who is no member.
    public func replica(_ id: VoterID) -> ReplicaStatus? { leading.progressIndex(id).map { status(leading.progress[$0]) } }

    /// An entry in memory.
    public func entry(at index: LogIndex) -> LogEntry? { log.entry(at: index) }

    /// Where a snapshot of a state that has applied exactly the entries through `index` stands; nil if the log in memory does not know that.
    public func mark(at index: LogIndex) -> SnapshotMark? {
        log.term(at: index).map { SnapshotMark(index: index, term: $0, configuration: membership.configuration(at: index)) }
    }

    private func status(_ progress: Progress) -> ReplicaStatus {
        ReplicaStatus(
            id: progress.id, isVoter: membership.current.isVoter(progress.id), state: progress.state, match: progress.match,
            isActive: progress.isActive)
    }
}
