import ArgumentParser
import Environment
import Foundation
import Simulator

struct Simulate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run whole simulated clusters, each from a seed, and check them.",
        discussion: """
            The same nodes as `martlet serve`, on simulated clocks, disks and networks that fail as the seed says. Exit codes: 0 all is well, 1 something was
            lost or told wrongly, 2 something did not recover, 3 a node ended itself for no reason. A failure's last line repeats it.

            EXAMPLES
              martlet simulate --seeds 1..100
              martlet simulate --seeds 42 --trace
            """)

    @Option(help: "Seeds: A..B, or one.")
    var seeds = "1..100"

    @Option(help: "Go on with further seeds for this many minutes.")
    var minutes: Double?

    @Option(help: "Nodes of each cluster. Default: the seed decides.")
    var nodes: Int?

    @Option(help: "A known fault to switch on, to see it caught.")
    var mutant: String?

    @Flag(help: "Print everything that happens.")
    var trace = false

    @Flag(help: "Print a line for each seed, with the hash of its trace.")
    var hashes = false

    @Flag(help: "Switch on every known fault in turn, and say after how many of the seeds it is caught.")
    var mutants = false

    @Flag(help: .hidden)
    var hunting = false

    @Flag(help: .hidden)
    var inProcess = false

    func run() throws {
        if mutants { return try hunt() }
        guard inProcess else { return try SimulationProcess.run(Array(CommandLine.arguments.dropFirst())) }
        let range = try parseSeeds()
        let fault = try mutant.map { name in
            guard let known = Mutant(rawValue: name) else {
                throw ValidationError("unknown mutant \(name); known: \(Mutant.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            return known
        }
        let start = ContinuousClock.now
        let time = minutes.map { Duration.seconds($0 * 60) }
        var seed = range.lowerBound
        var events = 0
        var acknowledged = 0
        while time.map({ ContinuousClock.now - start < $0 }) ?? (seed <= range.upperBound) {
            let simulation = simulation(seed, fault)
            SimulationProcess.announce("--seeds \(seed)\(options)")
            do throws(Simulation.Failed) {
                let report = try simulation.run()
                events += report.events
                acknowledged += report.acknowledged
                if hashes { print("seed \(seed): \(String(report.traceHash, radix: 16)), \(report.events) events") }
            } catch  where hunting {
                // A cluster that hangs is no proof: the weather is rough.
                if error.failure.kind != .liveness {
                    print("seed \(seed): \(error.failure)")
                    throw ExitCode.failure
                }
            } catch {
                report(error, seed)
                throw ExitCode(error.failure.kind.rawValue)
            }
            seed += 1
        }
        print(
            "\(seed - range.lowerBound) seeds, \(events) events, \(acknowledged) batches acknowledged, \(ContinuousClock.now - start): all is well"
        )
    }

    private func simulation(_ seed: UInt64, _ fault: Mutant?) -> Simulation {
        var simulation = Simulation(seed: seed)
        simulation.mutant = fault
        simulation.nodes = nodes
        if trace { simulation.printer = { print($0) } }
        return simulation
    }

    private var options: String { (nodes.map { " --nodes \($0)" } ?? "") + (mutant.map { " --mutant \($0)" } ?? "") }

    private func report(_ failed: Simulation.Failed, _ seed: UInt64) {
        if !trace { for line in failed.recent { print("  \(line)") } }
        print("seed \(seed): \(failed.failure.kind): \(failed.failure)")
        print("martlet simulate --seeds \(seed)\(options) --trace")
    }

    /// Runs each fault in a process of its own until it is caught; a broken invariant catches it, too.
    private func hunt() throws {
        var survivors = 0
        for mutant in Mutant.allCases where Simulation.catches(mutant) {
            let outcome = try SimulationProcess.start(
                ["simulate", "--seeds", seeds, "--mutant", mutant.rawValue, "--hunting", "--in-process"])
            switch outcome.status {
            case .exited(0):
                survivors += 1
                print("\(mutant): not caught by the seeds \(seeds)")
            case .exited: print("\(mutant): \(outcome.lastLine)")
            case .signalled: print("\(mutant): a law of the program was broken; \(outcome.announced)")
            }
        }
        if survivors > 0 { throw ExitCode.failure }
    }

    private func parseSeeds() throws -> ClosedRange<UInt64> {
        if let one = UInt64(seeds) { return one...one }
        let parts = seeds.split(separator: ".", omittingEmptySubsequences: true)
        guard parts.count == 2, let first = UInt64(parts[0]), let last = UInt64(parts[1]), first <= last else {
            throw ValidationError("--seeds is A..B or one number, not \(seeds)")
        }
        return first...last
    }
}
