import Synchronization

/// What happened in a world, as text and as one number: the same seed gives the same in every process.
final class Trace: Sendable {
    private struct State {
        var hash = FNV()
        var count = 0
        /// The newest lines, for a failure's report.
        var recent: [String] = []
        var next = 0
    }

    private let state = Mutex(State())
    private let printer: (@Sendable (String) -> Void)?

    private static let recentMax = 60

    /// - Parameter printer: gets every line; nil keeps only the newest.
    init(printer: (@Sendable (String) -> Void)? = nil) { self.printer = printer }

    func note(_ line: String) {
        state.withLock { state in
            state.hash.add(line.utf8)
            state.count += 1
            if state.recent.count < Self.recentMax {
                state.recent.append(line)
            } else {
                state.recent[state.next] = line
                state.next = (state.next + 1) % Self.recentMax
            }
        }
        printer?(line)
    }

    var hash: UInt64 { state.withLock { $0.hash.value } }
    var count: Int { state.withLock { $0.count } }
    /// The newest lines, oldest first.
    var recent: [String] { state.withLock { Array($0.recent[$0.next...]) + Array($0.recent[..<$0.next]) } }
}

/// FNV-1a with 64 bits: the same in every process, unlike `Hasher`.
struct FNV: Sendable {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ bytes: some Sequence<UInt8>) { for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 } }

    mutating func add(_ number: UInt64) {
        for shift in stride(from: 0, to: 64, by: 8) { value = (value ^ (number >> UInt64(shift) & 0xFF)) &* 0x100_0000_01B3 }
    }

    static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = FNV()
        hash.add(bytes)
        return hash.value
    }
}
