import Environment

/// Snapshots and compaction. The host carries the data; the group only knows where it stands.
extension RaftGroup {
    /// The host's state now stands at `mark`, which it got from another member (``Ready/offer``). The mark is journaled by the next ``Ready``.
    /// - Returns: false if this member is already as far, or leads; nothing happened then.
    public mutating func installSnapshot(_ mark: SnapshotMark) -> Bool {
        guard violation == nil, role != .leader, mark.index > applied, mark.index < .limit, mark.term < .limit else {
            offer = .missing
            return false
        }
        let keepsSuffix = log.term(at: mark.index) == mark.term
        if keepsSuffix {
            log.compact(to: mark.index)
            membership.compact(to: mark.index)
            handedToJournal = max(handedToJournal, mark.index)
        } else {
            if mark.index <= commit {
                violation = .committedOverwritten(at: mark.index)
                return false
            }
            // What we have there conflicts, or ends before: none of it is worth keeping, even beyond the mark. A suffix kept after a mark
            // that conflicts with it would be offered forever as a log that nobody can extend.
            log.reset(to: mark.position)
            membership.reset(to: mark.configuration)
            stable = min(stable, mark.index.previous)
            writes.clamp(to: mark.index.previous)
            handedToJournal = mark.index
        }
        commit = max(commit, mark.index)
        applied = mark.index
        handedToApply = max(handedToApply, mark.index)
        if mark.term > term {
            // Committed by a leader we never heard of.
            becomeFollower(mark.term, leader: nil)
        }
        installed = Rare(Ready.Installed(mark: mark, keepsSuffix: keepsSuffix && (installed.value?.keepsSuffix ?? true)))
        offer = .missing
        offerIsNew = false
        if let leader { sendBound(to: leader, .appendResponse(.accepted(match: mark.index))) }
        return true
    }

    /// What ``Ready/offer`` asked for could not be fetched or installed: the leader is asked to offer again.
    public mutating func reportSnapshotFailed() {
        offer = .missing
        offerIsNew = false
        if let leader, role == .follower { send(to: leader, .snapshotResponse(.failed)) }
    }

    /// The host's state holds everything through `index`. Beyond what was given out, it is taken as what was given out.
    public mutating func applied(through index: LogIndex) {
        applied = max(applied, min(index, handedToApply))
    }

    /// Forgets entries through `index`, or through what is applied if that is less. Members that still need them get a snapshot offer, so a
    /// host keeps a stretch for those a little behind.
    public mutating func compact(to index: LogIndex) {
        let through = min(index, applied, stable)
        guard through > log.start.index else { return }
        log.compact(to: through)
        membership.compact(to: through)
    }
}
