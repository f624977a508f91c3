public import Environment

/// Names one hand-over to the journal. Given back by ``RaftGroup/persisted(_:)``.
public struct PersistToken: Hashable, Comparable, Sendable {
    public var sequence: UInt64
    public init(sequence: UInt64) { self.sequence = sequence }
    public static func < (a: PersistToken, b: PersistToken) -> Bool { a.sequence < b.sequence }
}

/// The answer to ``RaftGroup/readIndex(token:)``.
public struct ReadResult: Hashable, Sendable {
    public var token: UInt64
    /// A state that has applied this index is fresh enough for the read; nil if leadership was lost before that could be confirmed (retry at
    /// the new leader).
    public var index: LogIndex?

    public init(token: UInt64, index: LogIndex?) {
        self.token = token
        self.index = index
    }
}

/// What a group wants done, in the order of the fields. One value is reused for all groups of a core: ``RaftGroup/takeReady(into:)``
/// empties it first and keeps the capacity of its arrays.
public struct Ready: Sendable {
    /// A snapshot that was installed and must be journaled before `entries`.
    public struct Installed: Hashable, Sendable {
        public var mark: SnapshotMark
        /// False: every journaled entry of the group is void, the log begins anew after the mark. True: the log already had the mark's entry;
        /// what follows it stays (this is then no more than a compaction).
        public var keepsSuffix: Bool
    }

    /// A snapshot to fetch from another member's host, and to install with ``RaftGroup/installSnapshot(_:)``.
    public struct Offer: Hashable, Sendable {
        public var from: VoterID
        /// The sender's log begins here; the snapshot fetched may stand later.
        public var mark: SnapshotMark
    }

    /// A broken law; the group is dead. Stop it, loudly.
    public var violation: Violation?
    /// The role, the leader or the term changed; what they are now.
    public var leadership: Leadership?
    /// Send now, without waiting for the disk.
    public var messages: [RaftMessage] = []

    /// Not nil: journal `installed`, `hardState` and `entries` (each may be empty) after everything journaled for this group before; when all is
    /// durable send `messagesAfterPersist` and call ``RaftGroup/persisted(_:)``. When there is nothing to journal it is only a
    /// fence: the messages wait for writes handed over earlier, which may be durable already.
    public var token: PersistToken?
    public var installed: Installed?
    public var hardState: HardState?
    /// Consecutive. What the journal has of this group at or above `entries[0].index` is void.
    public var entries: [LogEntry] = []
    /// They promise what is being journaled: votes, requests for votes, accepted appends.
    public var messagesAfterPersist: [RaftMessage] = []

    /// Apply in order, each once; all of them are durable here. Then call ``RaftGroup/applied(through:)``, at once or later.
    public var committed: [LogEntry] = []
    public var offer: Offer?
    /// Finished reads, in the order they were asked.
    public var reads: [ReadResult] = []

    public init() {}

    mutating func clear() {
        violation = nil
        leadership = nil
        messages.removeAll(keepingCapacity: true)
        token = nil
        installed = nil
        hardState = nil
        entries.removeAll(keepingCapacity: true)
        messagesAfterPersist.removeAll(keepingCapacity: true)
        committed.removeAll(keepingCapacity: true)
        offer = nil
        reads.removeAll(keepingCapacity: true)
    }
}
