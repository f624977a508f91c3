import Environment

/// How many connections there are, in all and from each address, and whether there may be one more.
struct ConnectionCounts {
    private let total: Int
    private let perAddress: Int
    private var byAddress: [String: Int] = [:]
    private(set) var count = 0
    private(set) var refusals = 0

    init(_ limits: ConnectionLimits) {
        total = limits.connectionsMax
        perAddress = limits.connectionsPerAddressMax
    }

    /// Counts a connection from `address`, unless a limit is reached.
    mutating func admit(_ address: String) -> ConnectionRegistry.Admission {
        guard count < total else {
            refusals += 1
            return .nodeFull(total)
        }
        let here = byAddress[address, default: 0]
        guard here < perAddress else {
            refusals += 1
            return .addressFull(perAddress)
        }
        byAddress[address] = here + 1
        count += 1
        return .admitted
    }

    /// The end of a connection that was admitted.
    mutating func release(_ address: String) {
        guard let here = byAddress[address] else { violated("a connection released was admitted") }
        byAddress[address] = here == 1 ? nil : here - 1
        count -= 1
    }

    func count(from address: String) -> Int { byAddress[address] ?? 0 }
}
