/// Gathers a known number of answers, and hands them over together, in order, when the last is in. Confined to its core.
final class Collector<Value> {
    private var values: [Value?]
    private var open: Int
    private let done: ([Value]) -> Void

    init(count: Int, _ done: @escaping ([Value]) -> Void) {
        values = Array(repeating: nil, count: count)
        open = count
        self.done = done
        if count == 0 { done([]) }
    }

    /// Each position once.
    func set(_ position: Int, _ value: Value) {
        values[position] = value
        open -= 1
        if open == 0 { done(values.compactMap { $0 }) }
    }
}
