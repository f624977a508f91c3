import Environment
import KafkaProtocol

/// The answers a connection owes, in the order of its requests: a ring of slots, of which any may be filled and only the first may leave.
struct AnswerQueue {
    enum State {
        case waiting
        case ready(WireOutput)
        /// The request has no answer (Produce with acks=0).
        case silent
    }

    private struct Entry {
        var state: State
        var requestBytes: Int
    }

    /// Empty until the first request; then a power of two of places.
    private var ring: [Entry?] = []
    private var first: UInt64 = 0
    private(set) var count = 0
    /// Bytes of the requests that wait here.
    private(set) var requestBytes = 0
    /// Bytes of answers that wait for one before them.
    private(set) var heldBytes = 0

    /// A place for a request of `bytes` bytes, behind all others.
    mutating func open(bytes: Int) -> AnswerSlot {
        if count == ring.count { grow() }
        let slot = first &+ UInt64(count)
        ring[place(slot)] = Entry(state: .waiting, requestBytes: bytes)
        count += 1
        requestBytes += bytes
        return AnswerSlot(slot)
    }

    /// Fills a place. Each is filled once: a second answer would be sent to the next request.
    mutating func fill(_ slot: AnswerSlot, _ state: State) {
        invariant(slot.rawValue &- first < UInt64(count), "an answer belongs to a request that waits")
        let index = place(slot.rawValue)
        guard case .waiting = ring[index]?.state else { violated("a request is answered once") }
        if case .ready(let output) = state { heldBytes += output.count }
        ring[index]?.state = state
    }

    /// Whether `slot` is the next to leave.
    func isFirst(_ slot: AnswerSlot) -> Bool { count > 0 && slot.rawValue == first }

    /// Takes the first place if it is filled: what it holds, and the bytes of its request.
    mutating func popReady() -> (state: State, requestBytes: Int)? {
        guard count > 0, let entry = ring[place(first)] else { return nil }
        switch entry.state {
        case .waiting: return nil
        case .ready(let output): heldBytes -= output.count
        case .silent: break
        }
        removeFirst(entry.requestBytes)
        return (entry.state, entry.requestBytes)
    }

    /// Takes the first place, not yet filled, whose answer leaves at once: the common case, without a stay in the ring.
    /// - Returns: the bytes of its request.
    mutating func popWaiting() -> Int {
        guard count > 0, let entry = ring[place(first)], case .waiting = entry.state else { violated("a request is answered once") }
        removeFirst(entry.requestBytes)
        return entry.requestBytes
    }

    /// Gives memory back that a burst left.
    mutating func trim() {
        if count == 0 { ring = [] }
    }

    /// Forgets all that wait; slots given stay taken.
    mutating func clear() {
        first &+= UInt64(count)
        count = 0
        requestBytes = 0
        heldBytes = 0
        ring = []
    }

    private func place(_ slot: UInt64) -> Int { Int(truncatingIfNeeded: slot) & (ring.count - 1) }

    private mutating func removeFirst(_ bytes: Int) {
        ring[place(first)] = nil
        first &+= 1
        count -= 1
        requestBytes -= bytes
    }

    private mutating func grow() {
        let old = ring
        let oldMask = old.count - 1
        ring = Array(repeating: nil, count: max(4, old.count * 2))
        for offset in 0..<count {
            let slot = first &+ UInt64(offset)
            ring[place(slot)] = old[Int(truncatingIfNeeded: slot) & oldMask]
        }
    }
}
