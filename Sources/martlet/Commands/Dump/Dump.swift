import ArgumentParser

struct Dump: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what lies in a node's files, damage included. Changes nothing; the node may be running.",
        discussion: """
            EXAMPLES
              martlet dump journal ./martlet-data
              martlet dump segment ./martlet-data/partitions/4096/00000000000000000000.log --records
            """,
        subcommands: [DumpJournal.self, DumpSegment.self])

    /// A path in two: where, and what.
    static func split(_ path: String) -> (directory: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let directory = String(path[..<slash])
        return (directory.isEmpty ? "/" : directory, String(path[path.index(after: slash)...]))
    }
}
