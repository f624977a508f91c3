import Environment
import Raft
import Testing

/// A checker that cannot fail proves nothing: each known fault must be caught within a bounded number of seeds.
@Suite struct MutantTests {
    @Test(arguments: [
        (Mutant.voteNotSynced, UInt64(300)), (.commitOlderTerm, 400), (.doubleVote, 100), (.conflictKept, 100), (.readUnconfirmed, 100),
        (.answerBeforeSync, 200),
    ])
    func everyMutantIsCaught(mutant: Mutant, seeds: UInt64) throws {
        for seed in 1...seeds {
            do {
                var cluster = try Cluster(seed: seed, mutant: mutant) { Self.weather(for: mutant, &$0) }
                try cluster.run(steps: 1200)
            } catch {
                #expect(error is Checker.Failure, "seed \(seed): \(error)")
                return
            }
        }
        Issue.record("\(mutant) survived \(seeds) seeds")
    }

    /// Some faults show only when several unlikely things meet; this makes them likely.
    private static func weather(for mutant: Mutant, _ profile: inout Profile) {
        guard mutant == .voteNotSynced || mutant == .commitOlderTerm else { return }
        profile.nodes = 3
        profile.voters = 3
        profile.membership = 0
        profile.compact = 0
        profile.quiesce = 0
        profile.crash = 0.03
        profile.limits.electionTicks = 3
        if mutant == .voteNotSynced {
            profile.syncMax = 60
            profile.delayMax = 10
            profile.downMax = 3
            profile.propose = 0.02
            profile.loss = 0.05
        } else {
            profile.syncMax = 1
            profile.delayMax = 2
            profile.downMax = 40
            profile.propose = 0.1
            profile.loss = 0.5
            profile.duplication = 0.2
            profile.crash = 0.001
            profile.partition = 0.01
            profile.transfer = 0.1
            profile.limits.appendBytesMax = 1
            profile.limits.inFlightAppendsMax = 1
        }
    }
}
