import ArgumentParser
import Foundation

/// Runs `martlet simulate` in a process of its own, so that a broken invariant, which ends the process, is reported like any other failure.
enum SimulationProcess {
    private static let mark = "\u{1}"

    /// In that process: tells what is run next. Not shown.
    static func announce(_ arguments: String) {
        FileHandle.standardOutput.write(Data((mark + arguments + "\n").utf8))
    }

    /// Runs it with these arguments and ends as it ends; exit code 3 if it was ended by a signal.
    static func run(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = arguments + ["--in-process"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        var last = ""
        var rest = Data()
        while true {
            let data = pipe.fileHandleForReading.availableData
            if data.isEmpty { break }
            rest += data
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                let line = String(decoding: rest[..<end], as: UTF8.self)
                rest = Data(rest[rest.index(after: end)...])
                if line.hasPrefix(mark) { last = String(line.dropFirst(mark.count)) } else { print(line) }
            }
        }
        process.waitUntilExit()
        guard process.terminationReason == .exit else {
            print("a law of the program was broken (signal \(process.terminationStatus))")
            print("martlet simulate \(last) --trace")
            throw ExitCode(3)
        }
        if process.terminationStatus != 0 { throw ExitCode(process.terminationStatus) }
    }
}
