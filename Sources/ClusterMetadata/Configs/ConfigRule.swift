/// What values a setting may have, beyond being of its ``ConfigKind``.
public enum ConfigRule: Hashable, Sendable {
    case any
    case notEmpty
    case atLeast(Int64)
    case within(Int64, Int64)
    /// A number that stands for "the codec's default", or one within the bounds.
    case either(Int64, orWithin: Int64, Int64)
    /// A fraction from 0 to 1.
    case fraction
    /// Exactly one of these, letter by letter.
    case oneOf([String])
    /// A list of these.
    case listOf([String])
    /// `*`, or pairs `number:number` separated by commas (Kafka's throttled replicas).
    case throttledReplicas

    /// What is allowed, in words; nil if everything is.
    var allowed: String? {
        switch self {
        case .any: nil
        case .notEmpty: "some text"
        case .atLeast(let low): "at least \(low)"
        case .within(let low, let high): "\(low) to \(high)"
        case .either(let special, let low, let high): "\(special), or \(low) to \(high)"
        case .fraction: "0 to 1"
        case .oneOf(let values): "one of \(values.joined(separator: ", "))"
        case .listOf(let values): "a comma-separated list of \(values.joined(separator: ", "))"
        case .throttledReplicas: "* or a comma-separated list of PARTITION:NODE"
        }
    }

    func accepts(integer value: Int64) -> Bool {
        switch self {
        case .atLeast(let low): value >= low
        case .within(let low, let high): (low...high).contains(value)
        case .either(let special, let low, let high): value == special || (low...high).contains(value)
        default: true
        }
    }

    func accepts(text: String) -> Bool {
        switch self {
        case .notEmpty: !text.isEmpty
        case .oneOf(let values): values.contains(text)
        default: true
        }
    }

    func accepts(list: [String]) -> Bool {
        switch self {
        case .listOf(let values): list.allSatisfy(values.contains)
        case .notEmpty: !list.isEmpty
        case .throttledReplicas: list == ["*"] || list.allSatisfy(Self.isReplicaPair)
        default: true
        }
    }

    private static func isReplicaPair(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && UInt32($0) != nil }
    }
}
