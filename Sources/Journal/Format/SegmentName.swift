/// Names of the journal's files: segments by number, and former ones that wait for their next use.
enum SegmentName {
    private static let suffix = ".journal"
    private static let sparePrefix = "spare-"

    static func segment(_ number: UInt64) -> String {
        let digits = String(number)
        return String(repeating: "0", count: 20 - digits.count) + digits + suffix
    }

    static func spare(_ number: UInt64) -> String { sparePrefix + segment(number) }

    enum Parsed: Equatable {
        case segment(UInt64)
        case spare(UInt64)
    }

    /// Nil for names that are none of ours.
    static func parse(_ name: String) -> Parsed? {
        guard name.hasSuffix(suffix) else { return nil }
        var digits = name.dropLast(suffix.count)
        let spare = digits.hasPrefix(sparePrefix)
        if spare { digits = digits.dropFirst(sparePrefix.count) }
        guard digits.utf8.count == 20, digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let number = UInt64(digits), number > 0, number < 1 << 62
        else { return nil }
        return spare ? .spare(number) : .segment(number)
    }
}
