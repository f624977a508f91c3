import Synchronization

/// How many records are still wanted, of all workers together.
final class RecordBudget: Sendable {
    private let left: Atomic<Int>

    init(_ records: Int) { left = Atomic(records) }

    var isUsedUp: Bool { left.load(ordering: .relaxed) <= 0 }

    func take(_ records: Int) { left.subtract(records, ordering: .relaxed) }
}
