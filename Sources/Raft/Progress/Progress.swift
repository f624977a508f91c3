import Environment

/// What a leader knows of one other member, and how it sends to it.
struct Progress: Sendable {
    let id: VoterID
    /// Durable and equal to our log through here.
    var match: LogIndex = .zero
    /// The next entry to send.
    var next: LogIndex
    /// The commit index the member can have learnt from what was sent.
    var sentCommit: LogIndex = .zero
    /// The newest read round it answered.
    var readRound: UInt64 = 0
    /// Last indexes of the appends sent and not answered, oldest first; only while replicating.
    var inFlight: [LogIndex] = []
    var state: ReplicaStatus.State = .probe
    /// Probing: the one append has been sent; the next waits for an answer, of any kind.
    var isPaused = false
    /// Replicating: show it where we think it is, even if there is nothing to send.
    var isPoked = false
    /// `match` when it last answered a heartbeat.
    var matchAtHeartbeat: LogIndex = .zero
    /// Heard from since the last quorum check.
    var isActive = false
    /// No longer a member; gets the log until it can know that itself.
    var isLeaving = false
    /// Snapshot state: ticks since the offer.
    var offerElapsed: Int32 = 0

    init(id: VoterID, next: LogIndex) {
        self.id = id
        self.next = next
    }

    mutating func becomeProbe() {
        // What was sent optimistically may be lost: begin behind what is known.
        next = match.next
        // The commit index learnt on the way may be lost with it.
        sentCommit = min(sentCommit, match)
        state = .probe
        isPaused = false
        inFlight.removeAll(keepingCapacity: true)
    }

    mutating func becomeReplicate() {
        next = match.next
        state = .replicate
        isPaused = false
        inFlight.removeAll(keepingCapacity: true)
    }

    mutating func becomeSnapshot() {
        state = .snapshot
        isPaused = false
        offerElapsed = 0
        inFlight.removeAll(keepingCapacity: true)
    }

    /// The member's log is ours through `index`.
    /// - Returns: whether that is news.
    mutating func accept(_ index: LogIndex) -> Bool {
        let isNews = index > match
        if isNews { match = index }
        if next <= match { next = match.next }
        var answered = 0
        while answered < inFlight.count && inFlight[answered] <= index { answered += 1 }
        if answered == inFlight.count { inFlight.removeAll(keepingCapacity: true) } else { inFlight.removeFirst(answered) }
        return isNews
    }

    /// The member refused what follows `previous`; `resume` is the last place where our logs can still agree.
    /// - Returns: false if the answer is about something older than what we know now.
    mutating func reject(previous: LogIndex, resume: LogIndex) -> Bool {
        switch state {
        case .replicate:
            if previous <= match { return false }
            becomeProbe()
        case .probe:
            if next.previous != previous { return false }
        case .snapshot:
            return false
        }
        next = max(min(previous, resume.next), match.next)
        isPaused = false
        return true
    }
}
