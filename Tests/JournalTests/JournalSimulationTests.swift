import Environment
import Foundation
import Testing

/// `MARTLET_SEEDS=A..B` runs other seeds than the few of every test run.
@Suite struct JournalSimulationTests {
    private static let seeds: ClosedRange<UInt64> = {
        let bounds = (ProcessInfo.processInfo.environment["MARTLET_SEEDS"] ?? "").split(separator: ".").compactMap { UInt64($0) }
        return bounds.count == 2 && bounds[0] <= bounds[1] ? bounds[0]...bounds[1] : 1...25
    }()

    @Test func nothingAcknowledgedIsLostAndNothingAppearsThatNeverWas() {
        var crashes = 0
        for seed in Self.seeds {
            var simulation = JournalSimulation(seed: seed)
            do {
                try simulation.run()
            } catch {
                Issue.record("\(error)\nrepeat: MARTLET_SEEDS=\(seed)..\(seed) swift test --filter JournalSimulationTests")
                return
            }
            crashes += simulation.crashes
        }
        #expect(crashes > 0)
    }

    @Test(arguments: [Mutant.answerBeforeSync, .tornTailAccepted]) func aMutantIsCaught(mutant: Mutant) {
        for seed in 1...500 as ClosedRange<UInt64> {
            var simulation = JournalSimulation(seed: seed, mutant: mutant)
            do { try simulation.run() } catch { return }
        }
        Issue.record("\(mutant) lived through 500 seeds")
    }

    @Test func aSeedGivesTheSameRun() throws {
        for seed in 1...5 as ClosedRange<UInt64> {
            var first = JournalSimulation(seed: seed)
            var second = JournalSimulation(seed: seed)
            try first.run()
            try second.run()
            #expect(first.trace == second.trace)
        }
    }
}
