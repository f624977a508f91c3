/// Answers expected from other cores: what was asked gets a number, and the answer comes back with it. Confined to its core.
struct Tickets {
    private var open: [UInt64: (any Sendable) -> Void] = [:]
    private var next: UInt64 = 1

    var count: Int { open.count }

    mutating func issue(_ receive: @escaping (any Sendable) -> Void) -> UInt64 {
        defer { next += 1 }
        open[next] = receive
        return next
    }

    /// The receiver; nil if it was redeemed before.
    mutating func redeem(_ ticket: UInt64) -> ((any Sendable) -> Void)? { open.removeValue(forKey: ticket) }
}
