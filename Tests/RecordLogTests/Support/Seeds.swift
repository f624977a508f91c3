import Glibc

/// Which seeds a random test runs.
enum Seeds {
    /// `MARTLET_SEEDS=A..B` (both included), or else the few that every run does.
    static func chosen(smoke: Range<UInt64>) -> ClosedRange<UInt64> {
        let smoke = smoke.lowerBound...smoke.upperBound - 1
        guard let text = getenv("MARTLET_SEEDS").map({ String(cString: $0) }) else { return smoke }
        let ends = text.split(separator: ".", omittingEmptySubsequences: true).compactMap { UInt64($0) }
        guard let first = ends.first, let last = ends.last, first <= last else { return smoke }
        return first...last
    }
}
