import Environment
import Platform
import RecordLog
import Testing

/// Random lives of a log, by seed. `MARTLET_SEEDS=A..B` chooses others than the smoke seeds.
@Suite struct RandomLogTests {
    private func run(_ seed: UInt64, steps: Int, disk: (any Disk)? = nil, mutant: Mutant? = nil) throws {
        let run = try LogRun(seed: seed, disk: disk, mutant: mutant)
        do {
            try run.run(steps: steps)
        } catch {
            throw Violation("\(error)\n\(run.trace.suffix(20).joined(separator: "\n"))")
        }
    }

    @Test func aLogHoldsWhatWasCommittedWhateverTheDiskDoes() {
        for seed in Seeds.chosen(smoke: 0..<30) {
            do {
                try run(seed, steps: 150)
            } catch {
                Issue.record("\(error)\nrepeat: MARTLET_SEEDS=\(seed)..\(seed) swift test --filter \(#function)")
            }
        }
    }

    @Test func aLogOnARealDiskHoldsWhatWasCommitted() {
        for seed in Seeds.chosen(smoke: 0..<6) {
            do {
                let temporary = try TemporaryDirectory()
                try run(seed, steps: 150, disk: PosixDisk(directory: temporary.path))
            } catch {
                Issue.record("\(error)\nrepeat: MARTLET_SEEDS=\(seed)..\(seed) swift test --filter \(#function)")
            }
        }
    }

    @Test(arguments: [Mutant.segmentNotSynced, .segmentTailKept])
    func aKnownFaultIsFound(_ mutant: Mutant) {
        let found = (0..<60).contains { seed in
            do {
                try run(UInt64(seed), steps: 150, mutant: mutant)
                return false
            } catch {
                return true
            }
        }
        #expect(found, "60 seeds did not find \(mutant)")
    }
}
