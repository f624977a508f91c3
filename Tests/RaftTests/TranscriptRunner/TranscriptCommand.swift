import Environment

/// One line of a transcript after its `> `: a verb, plain arguments, and `key=value` options.
struct TranscriptCommand {
    struct Malformed: Error, CustomStringConvertible { var description: String }

    let line: String
    let verb: String
    let arguments: [String]
    private let options: [String: String]

    init(_ line: String) throws {
        self.line = line
        var words = line.split(separator: " ").map(String.init)
        guard !words.isEmpty else { throw Malformed(description: "an empty command") }
        verb = words.removeFirst()
        arguments = words.filter { !$0.contains("=") }
        var options: [String: String] = [:]
        for word in words where word.contains("=") {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            options[String(parts[0])] = String(parts[1])
        }
        self.options = options
    }

    func number(_ place: Int) throws -> Int {
        guard place < arguments.count, let number = Int(arguments[place]) else {
            throw Malformed(description: "number \(place) missing in: \(line)")
        }
        return number
    }

    func option(_ key: String) -> Int? { options[key].flatMap { Int($0) } }

    func members(_ key: String) -> [VoterID] {
        (options[key] ?? "").split(separator: ",").compactMap { Int32($0) }.map { VoterID(node: NodeID($0), directory: 0) }
    }
}
