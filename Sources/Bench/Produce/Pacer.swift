/// Says when how many records are due.
struct Pacer {
    enum Step: Equatable {
        /// Send so many; the first was due then.
        case send(records: Int, due: Int64)
        /// Nothing before that time.
        case wait(until: Int64)
        /// All have been sent.
        case done
    }

    private let start: Int64
    private let total: Int
    private let batchRecords: Int
    /// Records a nanosecond; nil: all are due at once.
    private let rate: Double?
    private let linger: Int64
    private(set) var taken = 0

    /// - Parameters:
    ///   - start: nanoseconds, as all times here.
    ///   - rate: records a second; nil for no limit.
    init(start: Int64, total: Int, batchRecords: Int, rate: Double?, linger: Int64) {
        self.start = start
        self.total = total
        self.batchRecords = batchRecords
        self.rate = rate.map { $0 / 1e9 }
        self.linger = linger
    }

    /// What to do at a time. A step that says to send is taken.
    mutating func next(at now: Int64) -> Step {
        guard taken < total else { return .done }
        let left = total - taken
        guard let rate else {
            let records = min(batchRecords, left)
            taken += records
            return .send(records: records, due: now)
        }
        // Record n is due at start + n / rate.
        func due(_ record: Int) -> Int64 { start + Int64((Double(record) / rate).rounded(.up)) }
        let first = due(taken)
        let ready = now < first ? 0 : min(left, Int(Double(now - start) * rate) + 1 - taken)
        let full = min(batchRecords, left)
        if ready >= full || (ready > 0 && now >= first + linger) {
            let records = min(ready, full)
            taken += records
            return .send(records: records, due: first)
        }
        return .wait(until: max(now + 1, min(due(taken + full - 1), first + linger)))
    }
}
