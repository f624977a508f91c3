import ArgumentParser

/// How a command tells what it found.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    /// For people.
    case table
    /// For programs: one JSON value, or one a line.
    case json
}
