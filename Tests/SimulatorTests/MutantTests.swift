import Environment
import Simulator
import Testing

/// A checker that cannot fail proves nothing: whole nodes with a known fault are caught. (`martlet simulate --mutants` runs the rest.)
@Suite struct WholeNodeMutantTests {
    @Test(arguments: [Mutant.answerBeforeSync, .conflictKept, .dedupTableForgotten, .logStartUnlogged, .segmentNotSynced, .segmentTailKept])
    func everyMutantIsCaught(mutant: Mutant) {
        for seed in 1...30 as ClosedRange<UInt64> {
            var simulation = Simulation(seed: seed)
            simulation.mutant = mutant
            do throws(Simulation.Failed) {
                _ = try simulation.run()
            } catch {
                // A cluster that only hangs is no proof.
                if error.failure.kind != .liveness { return }
            }
        }
        Issue.record("\(mutant) survived 30 seeds")
    }
}
