import Environment
import Journal
import Synchronization

/// Notes what the journal says.
final class TestClient: JournalClient {
    struct Heard: Sendable {
        var completed: [Int: [UInt64]] = [:]
        var failure: String?
    }

    private let heard = Mutex(Heard())

    func journaled(core: Int, batches: [UInt64]) { heard.withLock { $0.completed[core, default: []] += batches } }

    func journalFailed(_ reason: String) { heard.withLock { $0.failure = $0.failure ?? reason } }

    func completed(core: Int = 0) -> [UInt64] { heard.withLock { $0.completed[core] ?? [] } }

    var failure: String? { heard.withLock { $0.failure } }
}
