public import Environment

extension Simulation {
    /// Whether whole nodes are expected to show a fault. The others need a coincidence that only the simulations of a single part reach often
    /// enough: Raft's own shows `commitOlderTerm`.
    public static func catches(_ mutant: Mutant) -> Bool {
        switch mutant {
        case .commitOlderTerm: false
        default: true
        }
    }

    /// Some faults show only when several unlikely things meet; this makes them likely.
    static func weather(for mutant: Mutant?, _ profile: inout Profile) {
        guard let mutant else { return }
        profile.duration = .seconds(15)
        profile.disk.syncFailureChance = 0
        switch mutant {
        case .voteNotSynced, .doubleVote, .commitOlderTerm:
            profile.resize(to: 3)
            profile.faultPause = .milliseconds(300)
            profile.downMax = .milliseconds(20)
            profile.syncMax = .milliseconds(400)
            profile.delayMax = .milliseconds(30)
            profile.loss = 0.05
            profile.limits.raft.electionTicks = 3
        case .readUnconfirmed:
            // A leader that stood still while another was elected, with requests waiting for it.
            profile.resize(to: 3)
            profile.misfortunes = [.pause, .isolate]
            profile.faultPause = .milliseconds(1500)
            profile.pauseMax = .milliseconds(1400)
            profile.cutMax = .seconds(1)
            profile.limits.raft.electionTicks = 3
            profile.syncMax = .milliseconds(2)
            profile.delayMax = .milliseconds(10)
            profile.loss = 0
            profile.producePause = .milliseconds(5)
            profile.partitions = 1
            profile.consumers = 6
        case .conflictKept:
            profile.resize(to: 3)
            profile.faultPause = .milliseconds(500)
            profile.producePause = .milliseconds(5)
        case .answerBeforeSync:
            profile.faultPause = .milliseconds(500)
            profile.syncMax = .milliseconds(100)
        case .tornTailAccepted, .segmentNotSynced, .segmentTailKept:
            profile.resize(to: 1)
            profile.faultPause = .milliseconds(300)
            profile.downMax = .milliseconds(50)
            profile.disk.flipChance = 0.3
        case .dedupTableForgotten, .logStartUnlogged:
            break
        }
    }
}
