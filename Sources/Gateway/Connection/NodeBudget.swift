public import Environment
import Synchronization

/// Bytes of requests read and not yet answered, over all connections of a node (`ConnectionLimits.nodeRequestBytesInFlightMax`). Any thread.
///
/// At the limit no core begins another request; below half of it those that stopped are woken.
public final class NodeBudget: Sendable {
    public let bytesMax: Int
    private let used = Atomic<Int>(0)
    private let hasWaiters = Atomic<Bool>(false)
    private let cores: any CoreHost

    /// - Parameter cores: woken when connections that waited may go on.
    public init(bytesMax: Int, cores: any CoreHost) {
        self.bytesMax = max(1, bytesMax)
        self.cores = cores
    }

    /// Bytes now in flight.
    public var bytesUsed: Int { used.load(ordering: .relaxed) }
    /// Whether another request may begin.
    var hasRoom: Bool { bytesUsed < bytesMax }
    /// Whether those that stopped may go on.
    var isRelieved: Bool { bytesUsed <= bytesMax / 2 }

    /// Never refused: the last request admitted may be larger than what was left, else one larger than the limit could never be served.
    func take(_ bytes: Int) { used.wrappingAdd(bytes, ordering: .relaxed) }

    func give(_ bytes: Int) {
        let (_, left) = used.wrappingSubtract(bytes, ordering: .sequentiallyConsistent)
        invariant(left >= 0, "a request's bytes are given back once")
        if left <= bytesMax / 2, hasWaiters.load(ordering: .sequentiallyConsistent) { wakeWaiters() }
    }

    /// Asks for a wake of all cores once there is relief.
    func awaitRelief() {
        hasWaiters.store(true, ordering: .sequentiallyConsistent)
        // Relief may have come between the caller's look and the store; then nobody else would wake us.
        if used.load(ordering: .sequentiallyConsistent) <= bytesMax / 2 { wakeWaiters() }
    }

    private func wakeWaiters() {
        guard hasWaiters.exchange(false, ordering: .sequentiallyConsistent) else { return }
        for core in 0..<cores.coreCount { cores.wake(core: core) }
    }
}
