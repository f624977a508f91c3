import Environment
import Foundation
import Raft
import Testing

/// Runs seeds. `MARTLET_SEEDS=A..B` runs those instead of the few of a normal test run.
@Suite struct SimulationTests {
    @Test func noFaultBreaksALawOfRaft() throws {
        for seed in Self.seeds(default: 1...60) {
            do {
                var cluster = try Cluster(seed: seed)
                try cluster.run(steps: 1200)
            } catch {
                Issue.record(
                    "seed \(seed): \(error)\nto repeat: MARTLET_SEEDS=\(seed)..\(seed) swift test --filter noFaultBreaksALawOfRaft")
                return
            }
        }
    }

    static func seeds(default range: ClosedRange<UInt64>) -> ClosedRange<UInt64> {
        guard let text = ProcessInfo.processInfo.environment["MARTLET_SEEDS"] else { return range }
        let bounds = text.split(separator: "..").compactMap { UInt64($0) }
        guard let first = bounds.first, let last = bounds.last, first <= last else { return range }
        return first...last
    }
}
