/// A value that is nearly always missing, kept on the heap: a node has thousands of groups, and each pays for what stands inside it.
enum Rare<Value: Sendable>: Sendable {
    case missing
    indirect case present(Value)

    init(_ value: Value?) { self = value.map { .present($0) } ?? .missing }

    var value: Value? {
        switch self {
        case .missing: nil
        case .present(let value): value
        }
    }

    var isPresent: Bool {
        switch self {
        case .missing: false
        case .present: true
        }
    }
}
