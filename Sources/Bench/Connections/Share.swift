/// How work is divided among workers.
enum Share {
    /// `total` in `count` parts that differ by one at most.
    static func of(_ total: Int, among count: Int) -> [Int] {
        (0..<count).map { total / count + ($0 < total % count ? 1 : 0) }
    }

    /// Which of `partitions` belong to which worker: each to one, or, if there are more workers than partitions, each worker to one.
    static func partitions(_ partitions: [Int32], among count: Int) -> [[Int32]] {
        guard !partitions.isEmpty else { return (0..<count).map { _ in [] } }
        return (0..<count).map { worker in
            if count >= partitions.count { return [partitions[worker % partitions.count]] }
            return partitions.enumerated().filter { $0.offset % count == worker }.map(\.element)
        }
    }
}
