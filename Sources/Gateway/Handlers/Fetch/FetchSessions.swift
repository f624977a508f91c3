import Environment
import KafkaMessages
import KafkaProtocol
import Synchronization

/// The fetch sessions of a node. A session may be used through any connection, so all cores share them.
final class FetchSessions: Sendable {
    /// Sessions kept (Kafka: `max.incremental.fetch.session.cache.slots`). At the limit one that was idle for ``idleMax`` gives way; else the client is
    /// served without a session, which costs it nothing but bytes.
    private static let sessionsMax = 1000
    private static let idleMax: Duration = .seconds(120)

    /// Partitions in all sessions together. At the limit a fetch is served without a session, and a session that would grow beyond it ends: its
    /// client begins anew.
    private static let partitionsMax = 500_000

    private struct State {
        var sessions: [Int32: FetchSession] = [:]
        var partitionCount = 0
        var random: SeededRandom

        mutating func set(_ id: Int32, _ session: FetchSession?) {
            partitionCount -= sessions[id]?.partitions.count ?? 0
            partitionCount += session?.partitions.count ?? 0
            sessions[id] = session
        }
    }

    private let state: Mutex<State>

    init(random: SeededRandom) { state = Mutex(State(random: random)) }

    /// Makes a session; nil if there is no room.
    func open(_ targets: [FetchTarget], usesTopicIDs: Bool, at now: Instant) -> FetchSession? {
        state.withLock { state in
            if state.sessions.count >= Self.sessionsMax || state.partitionCount + targets.count > Self.partitionsMax {
                let idlest = state.sessions.values.min { ($0.lastUsed, $0.id) < ($1.lastUsed, $1.id) }
                guard let idlest, now - idlest.lastUsed >= Self.idleMax else { return nil }
                state.set(idlest.id, nil)
            }
            guard state.partitionCount + targets.count <= Self.partitionsMax else { return nil }
            var id: Int32
            repeat { id = Int32.random(in: 1 ... .max, using: &state.random) } while state.sessions[id] != nil
            let session = FetchSession(id: id, targets: targets, usesTopicIDs: usesTopicIDs, at: now)
            state.set(id, session)
            return session
        }
    }

    func close(_ id: Int32) { state.withLock { $0.set(id, nil) } }

    /// Begins an incremental fetch: checks the epoch and takes over the changes.
    func resume(_ message: FetchRequest, usesTopicIDs: Bool, at now: Instant) -> Result<FetchSession, ErrorCode> {
        state.withLock { state in
            guard var session = state.sessions[message.sessionId] else { return .failure(.fetchSessionIdNotFound) }
            guard session.nextEpoch == message.sessionEpoch else { return .failure(.invalidFetchSessionEpoch) }
            guard session.usesTopicIDs == usesTopicIDs else { return .failure(.fetchSessionTopicIdError) }
            session.update(message.targets, forgotten: message.forgotten)
            session.advanceEpoch()
            session.lastUsed = now
            // A session of nothing ends.
            state.set(session.id, session.partitions.isEmpty ? nil : session)
            guard state.partitionCount <= Self.partitionsMax else {
                state.set(session.id, nil)
                return .failure(.fetchSessionIdNotFound)
            }
            return .success(session)
        }
    }

    /// Notes what was answered; gives back the partitions with news. nil if the session is gone.
    func note(
        _ id: Int32, _ answers: [FetchTarget.Key: FetchResponse.PartitionData], known: Set<FetchTarget.Key>
    ) -> Set<FetchTarget.Key>? {
        state.withLock { state in
            // Taken out while it changes: it is not copied then, and its number of partitions stays.
            guard var session = state.sessions.removeValue(forKey: id) else { return nil }
            defer { state.sessions[id] = session }
            return session.note(answers, known: known)
        }
    }
}
