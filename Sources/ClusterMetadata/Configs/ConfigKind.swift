/// The type of a setting's value, numbered as DescribeConfigs tells it (KIP-569).
public enum ConfigKind: Int8, Sendable {
    case boolean = 1
    case string, int, short, long, double, list, `class`, password

    /// What fits the kinds that are numbers.
    var range: ClosedRange<Int64> {
        switch self {
        case .short: Int64(Int16.min)...Int64(Int16.max)
        case .int: Int64(Int32.min)...Int64(Int32.max)
        default: Int64.min...Int64.max
        }
    }

    /// Without the white space around it.
    static func trimmed(_ text: String) -> String {
        func isSpace(_ character: Character) -> Bool { character.isWhitespace }
        var rest = text[...]
        while let first = rest.first, isSpace(first) { rest.removeFirst() }
        while let last = rest.last, isSpace(last) { rest.removeLast() }
        return String(rest)
    }

    /// The elements of a list as it is written: separated by commas, white space around them ignored.
    public static func list(_ text: String) -> [String] {
        guard !trimmed(text).isEmpty else { return [] }
        return text.split(separator: ",", omittingEmptySubsequences: false).map { trimmed(String($0)) }
    }
}
