import Foundation
import Testing

/// Every file of `Transcripts` is a scenario: lines that begin with `#` tell its law, lines that begin with `> ` are commands, the lines below a
/// command are what happened. `MARTLET_RECORD=1` writes what happens now into the files; read the difference before you keep it.
@Suite struct TranscriptTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Transcripts")

    private static func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }.sorted()
    }

    @Test func everyScenarioGoesAsRecorded() throws {
        let names = try Self.names()
        #expect(names.count >= 25)
        for name in names {
            let file = Self.folder.appendingPathComponent(name)
            let recorded = try String(contentsOf: file, encoding: .utf8)
            let now: String
            do { now = try Self.replay(recorded) } catch {
                Issue.record("\(name): \(error)")
                continue
            }
            if ProcessInfo.processInfo.environment["MARTLET_RECORD"] == "1" {
                try now.write(to: file, atomically: true, encoding: .utf8)
            } else if now != recorded {
                Issue.record("\(name) goes otherwise than recorded; \(Self.firstDifference(recorded, now))")
            }
        }
    }

    private static func replay(_ text: String) throws -> String {
        var runner = TranscriptRunner()
        var lines: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("#") {
                // One empty line before a remark, none at the top or between remarks.
                if let last = lines.last, !last.isEmpty, !last.hasPrefix("#") { lines.append("") }
                lines.append(String(line))
            } else if line.hasPrefix("> ") {
                if let last = lines.last, !last.isEmpty, !last.hasPrefix("#") { lines.append("") }
                lines.append(String(line))
                lines += try runner.run(String(line.dropFirst(2)))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func firstDifference(_ recorded: String, _ now: String) -> String {
        let old = recorded.split(separator: "\n", omittingEmptySubsequences: false)
        let new = now.split(separator: "\n", omittingEmptySubsequences: false)
        for i in 0..<max(old.count, new.count) {
            let a = i < old.count ? old[i] : "(end)"
            let b = i < new.count ? new[i] : "(end)"
            if a != b { return "line \(i + 1)\n  recorded: \(a)\n  now:      \(b)" }
        }
        return "no difference"
    }
}
