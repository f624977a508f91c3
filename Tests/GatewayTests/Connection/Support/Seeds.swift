import Environment
import Glibc
import Testing

/// Runs a law with many seeds, or with those of `MARTLET_SEEDS=first..last`.
enum Seeds {
    /// - Parameter law: gets its chance, and a note for its expectations: the command that repeats a failure.
    static func each(_ count: Int, test: String = #function, _ law: (inout SeededRandom, Comment) throws -> Void) rethrows {
        let name = test.prefix { $0 != "(" }
        for seed in chosen ?? 0...(count - 1) {
            var random = SeededRandom(seed: UInt64(seed))
            try law(&random, "repeat with: MARTLET_SEEDS=\(seed)..\(seed) swift test --filter \(name)")
        }
    }

    private static let chosen: ClosedRange<Int>? = {
        guard let text = getenv("MARTLET_SEEDS") else { return nil }
        let ends = String(cString: text).split(separator: ".").compactMap { Int($0) }
        guard let first = ends.first, let last = ends.last, 0 <= first, first <= last else { return nil }
        return first...last
    }()
}
