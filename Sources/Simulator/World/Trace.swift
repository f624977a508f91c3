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
            state.hash.add(line)
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
