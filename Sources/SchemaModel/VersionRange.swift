/// Versions of a message, from `lowest` to `highest` inclusive.
public struct VersionRange: Hashable, Sendable {
    public var lowest: Int16
    /// `Int16.max` when open.
    public var highest: Int16

    public static let all = VersionRange(lowest: 0, highest: .max)

    public init(lowest: Int16, highest: Int16) {
        self.lowest = lowest
        self.highest = highest
    }

    /// Reads `3`, `3+` or `3-7`.
    public init?(_ text: some StringProtocol) {
        if text.hasSuffix("+") {
            guard let lowest = Int16(text.dropLast()), lowest >= 0 else { return nil }
            self.init(lowest: lowest, highest: .max)
        } else {
            let ends = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
            guard let lowest = Int16(ends[0]), let highest = Int16(ends[ends.count - 1]), 0 <= lowest, lowest <= highest else { return nil }
            self.init(lowest: lowest, highest: highest)
        }
    }

    public func contains(_ version: Int16) -> Bool { lowest <= version && version <= highest }
}

extension VersionRange: CustomStringConvertible {
    public var description: String {
        if highest == .max { return "\(lowest)+" }
        return lowest == highest ? "\(lowest)" : "\(lowest)-\(highest)"
    }
}
