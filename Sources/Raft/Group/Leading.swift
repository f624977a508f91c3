import Environment

/// What only a leader has. Made anew with each term it leads; empty elsewhere.
struct Leading: Sendable {
    /// A read that waits.
    struct PendingRead: Sendable {
        var token: UInt64
        /// 0: not in a round yet.
        var round: UInt64
        var index: LogIndex
    }

    /// The leader's first entry. Once it is committed, so is all before it.
    var termStart: LogIndex = .zero
    /// Every other member, in the order of the configuration.
    var progress: [Progress] = []
    /// Cost of the entries after the commit index.
    var uncommittedBytes = 0
    /// A configuration entry this leader appended itself in this term and may still cancel; nil when there is none.
    var ownChange: LogIndex?
    /// In the order asked; those with a round first.
    var reads: [PendingRead] = []
    var readRound: UInt64 = 0
    var transferTarget: VoterID?
    var transferElapsed: Int32 = 0
    var heartbeatElapsed: Int32 = 0
    /// Something may have to be sent to somebody.
    var wantsFlush = false

    func progressIndex(_ id: VoterID) -> Int? { progress.firstIndex { $0.id == id } }
}
