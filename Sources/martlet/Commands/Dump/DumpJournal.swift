import ArgumentParser
import Journal
import Platform
import Raft

struct DumpJournal: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "Show a journal: flushes, votes, entries and marks of all groups.",
        discussion: """
            Ends with status 1 if something is damaged: flushes are numbered without gaps, so what is missing between two shows. Behind the last
            flush stands what was never written, or what a crash left of a write that was never acknowledged; both are the end.

            EXAMPLES
              martlet dump journal ./martlet-data
              martlet dump journal ./martlet-data --group 4096 --output json
            """)

    @Argument(help: "A data directory, or the journal's own.") var path: String

    @Option(help: "Only this group: 0 is the metadata, from 4096 on partitions.") var group: UInt64?

    @Option(help: "table or json, one item a line.") var output: OutputFormat = .table

    private struct Line: Encodable {
        var file: String
        var position: Int64
        var kind: String
        var group: UInt64?
        var sequence: UInt64?
        var records: Int?
        var bytes: Int64?
        var oldestSegment: UInt64?
        var term: UInt64?
        var vote: String?
        var first: String?
        var last: String?
        var reason: String?
    }

    func run() async throws {
        let disk = try ReadOnlyDisk(directory: path)
        var continuity = DumpContinuity()
        try JournalDump.read(disk: disk, directory: try disk.exists("journal") ? "journal" : "") { item in
            for line in continuity.take(item) { try show(line) }
            return true
        }
        for line in continuity.finish() { try show(line) }
        if continuity.isDamaged { throw ExitCode.failure }
    }

    private func show(_ shown: DumpContinuity.Shown) throws {
        var line = Self.line(shown.line)
        if shown.isEnd { line.kind = "end" }
        if let group, line.group != group, line.kind != "damaged" { return }
        switch output {
        case .json: try Console.json(line)
        case .table:
            let text = shown.isEnd ? "end of what was written here (\(line.reason ?? ""))" : Self.text(shown.line.item)
            Console.line("\(line.file):\(line.position)  \(text)")
        }
    }

    private static func line(_ line: JournalDump.Line) -> Line {
        var result = Line(file: line.file, position: line.position, kind: "")
        switch line.item {
        case .flush(let sequence, let bytes, let records, let oldest):
            result.kind = "flush"
            (result.sequence, result.bytes, result.records, result.oldestSegment) = (sequence, bytes, records, oldest)
        case .hardState(let group, let state):
            result.kind = "hardState"
            (result.group, result.term, result.vote) = (group.rawValue, state.term.rawValue, state.vote?.description)
        case .entries(let group, let first, let last, let bytes):
            result.kind = "entries"
            (result.group, result.first, result.last, result.bytes) = (group.rawValue, "\(first)", "\(last)", Int64(bytes))
        case .released(let group, let position): (result.kind, result.group, result.last) = ("released", group.rawValue, "\(position)")
        case .restarted(let group, let position): (result.kind, result.group, result.last) = ("restarted", group.rawValue, "\(position)")
        case .removed(let group): (result.kind, result.group) = ("removed", group.rawValue)
        case .damaged(let reason): (result.kind, result.reason) = ("damaged", reason)
        }
        return result
    }

    private static func text(_ item: JournalDump.Item) -> String {
        switch item {
        case .flush(let sequence, let bytes, let records, let oldest):
            "flush \(sequence): \(bytes) bytes, \(records) records, oldest segment \(oldest)"
        case .hardState(let group, let state): "  group \(group): term \(state.term), vote \(state.vote?.description ?? "none")"
        case .entries(let group, let first, let last, let bytes): "  group \(group): entries \(first) to \(last), \(bytes) bytes"
        case .released(let group, let position): "  group \(group): released up to \(position)"
        case .restarted(let group, let position): "  group \(group): begins anew behind \(position)"
        case .removed(let group): "  group \(group): removed"
        case .damaged(let reason): "DAMAGED: \(reason)"
        }
    }
}
