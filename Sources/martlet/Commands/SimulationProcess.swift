import ArgumentParser
import Foundation

/// Runs `martlet simulate` in a process of its own, so that a broken invariant, which ends the process, is reported like any other failure.
enum SimulationProcess {
    private static let mark = "\u{1}"

    /// In that process: tells what is run next. Not shown.
    static func announce(_ arguments: String) {
        FileHandle.standardOutput.write(Data((mark + arguments + "\n").utf8))
    }

    enum Status {
        case exited(Int32)
        case signalled(Int32)
    }

    struct Outcome {
        var status: Status
        /// What was announced last: the arguments that repeat it.
        var announced = ""
        var lastLine = ""
    }

    /// Runs it with these arguments, shows what it prints, and ends as it ends; exit code 3 if it was ended by a signal.
    static func run(_ arguments: [String]) throws {
        let outcome = try start(arguments + ["--in-process"]) { print($0) }
        switch outcome.status {
        case .exited(0): break
        case .exited(let code): throw ExitCode(code)
        case .signalled(let signal):
            print("a law of the program was broken (signal \(signal))")
            print("martlet simulate \(outcome.announced) --trace")
            throw ExitCode(3)
        }
    }

    /// Runs it with these arguments to its end.
    static func start(_ arguments: [String], show: (String) -> Void = { _ in }) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        var outcome = Outcome(status: .exited(0))
        var rest = Data()
        while true {
            let data = pipe.fileHandleForReading.availableData
            if data.isEmpty { break }
            rest += data
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                let line = String(decoding: rest[..<end], as: UTF8.self)
                rest = Data(rest[rest.index(after: end)...])
                if line.hasPrefix(mark) {
                    outcome.announced = String(line.dropFirst(mark.count))
                } else {
                    outcome.lastLine = line
                    show(line)
                }
            }
        }
        process.waitUntilExit()
        outcome.status =
            process.terminationReason == .exit ? .exited(process.terminationStatus) : .signalled(process.terminationStatus)
        return outcome
    }
}
