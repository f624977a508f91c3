import Environment
import Foundation
import Simulator
import Testing

/// Whole clusters, each from a seed. `MARTLET_SEEDS=A..B` chooses others.
@Suite struct SimulationTests {
    static var seeds: [UInt64] {
        let text = ProcessInfo.processInfo.environment["MARTLET_SEEDS"] ?? "1..12"
        let bounds = text.split(separator: ".").compactMap { UInt64($0) }
        guard let first = bounds.first, let last = bounds.last, first <= last else { return [] }
        return Array(first...last)
    }

    @Test(arguments: seeds)
    func nothingAcknowledgedIsLostAndEverythingRecovers(seed: UInt64) {
        do throws(Simulation.Failed) {
            let report = try Simulation(seed: seed).run()
            #expect(report.acknowledged > 0)
            #expect(report.answers > 0)
        } catch {
            Issue.record("\(error.failure)\nmartlet simulate --seeds \(seed) --trace")
        }
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func aSeedHasOneTrace(seed: UInt64) throws {
        let first = try Simulation(seed: seed).run()
        let second = try Simulation(seed: seed).run()
        #expect(first.traceHash == second.traceHash)
        #expect(first.events == second.events)
    }
}
