import Environment
import Raft
import Testing

/// A checker that cannot fail proves nothing: each known fault must be caught within a bounded number of seeds.
@Suite struct MutantTests {
    @Test(arguments: [
        (Mutant.voteNotSynced, UInt64(400)), (.commitOlderTerm, 2000), (.doubleVote, 100), (.conflictKept, 100), (.readUnconfirmed, 300),
        (.answerBeforeSync, 100),
    ])
    func everyMutantIsCaught(mutant: Mutant, seeds: UInt64) throws {
        for seed in 1...seeds {
            do {
                var cluster = try Cluster(seed: seed, mutant: mutant)
                try cluster.run(steps: 1200)
            } catch {
                print("\(mutant): seed \(seed): \(error)")
                return
            }
        }
        Issue.record("\(mutant) survived \(seeds) seeds")
    }
}
