import ClusterMetadata
import Environment
import KafkaMessages
import KafkaProtocol
import KafkaRecords
import NIOCore
import Storage

/// A fetch that is being read or waits for data. Reads all its partitions; if that is not enough and nothing speaks for answering at once, waits for data
/// in any of them, or until its time is up, and reads again. Confined to the connection's core.
final class PendingFetch {
    typealias PartitionData = FetchResponse.PartitionData

    private let request: Request
    private let core: GatewayCore
    private let message: FetchRequest
    private let targets: [FetchTarget]
    private let session: FetchSession?
    /// Whether the answer names every partition, not only those with news.
    private let isFull: Bool
    private let deadline: Instant

    /// For each target: where it is, or why it cannot be read.
    private var places: [Result<GroupID, ErrorCode>] = []
    private var answers: [PartitionData] = []
    private var timer: Timers.ID?
    private var waits: [(group: GroupID, registration: UInt64)] = []
    private var isReading = false
    /// News came while the partitions were being read.
    private var isStale = false
    private(set) var isDone = false
    private var waitTicket: UInt64?

    init(
        _ message: FetchRequest, _ targets: [FetchTarget], session: FetchSession?, isFull: Bool, _ request: Request, _ core: GatewayCore
    ) {
        self.message = message
        self.targets = targets
        self.session = session
        self.isFull = isFull
        self.request = request
        self.core = core
        deadline = core.now + .milliseconds(Int64(max(0, message.maxWaitMs)))
    }

    func start() {
        locate()
        read()
    }

    // MARK: - Reading

    private func locate() {
        let metadata = core.metadata
        let usesTopicIDs = request.version >= 13
        var known: Set<FetchTarget.Key> = []
        for partition in session?.partitions ?? [] where partition.wasKnown { known.insert(partition.target.key) }
        places = targets.map { target in
            let topic = usesTopicIDs ? metadata.topic(id: target.key.topicID) : metadata.topics[target.key.topic]
            guard let topic else {
                return .failure(usesTopicIDs && !known.contains(target.key) ? .unknownTopicId : .unknownTopicOrPartition)
            }
            let index = Int(target.key.partition)
            guard topic.partitions.indices.contains(index) else { return .failure(.unknownTopicOrPartition) }
            return .success(topic.partitions[index].group)
        }
    }

    private struct Read: Sendable {
        var position: Int
        var group: GroupID
        var request: ReadRequest
    }

    /// Reads every partition, those of each core together; each gets the whole budget, and ``trim()`` keeps what fits.
    private func read() {
        isReading = true
        isStale = false
        answers = targets.indices.map { position in
            .with {
                $0.partitionIndex = targets[position].key.partition
                $0.highWatermark = -1
                $0.records = .empty
                if case .failure(let code) = places[position] { $0.errorCode = code }
            }
        }
        var byCore: [Int: [Read]] = [:]
        for (position, target) in targets.enumerated() {
            guard case .success(let group) = places[position] else { continue }
            guard target.bytesMax >= 0 else {
                answers[position].errorCode = .invalidFetchSize
                continue
            }
            let read = Read(
                position: position, group: group,
                request: ReadRequest(
                    offset: target.offset, bytesMax: min(Int(target.bytesMax), bytesMax), atLeastOneBatch: true,
                    currentLeaderEpoch: target.currentLeaderEpoch >= 0 ? target.currentLeaderEpoch : nil,
                    lastFetchedEpoch: target.lastFetchedEpoch >= 0 ? target.lastFetchedEpoch : nil))
            byCore[core.shared.owner(of: group), default: []].append(read)
        }
        var open = byCore.count
        guard open > 0 else { return finishReading() }
        for (owner, reads) in byCore.sorted(by: { $0.key < $1.key }) {
            core.on(owner, { owner, done in Self.readAll(reads, with: owner.engine, done) }) { [self] outcomes in
                for (read, outcome) in zip(reads, outcomes) { take(outcome, read) }
                open -= 1
                if open == 0 { finishReading() }
            }
        }
    }

    private static func readAll(
        _ reads: [Read], with engine: any StorageEngine, _ done: @escaping ([Result<ReadOutcome, StorageError>]) -> Void
    ) {
        let results = Collector(count: reads.count, done)
        for (position, read) in reads.enumerated() {
            engine.read(read.request, from: read.group) { results.set(position, $0) }
        }
    }

    private func take(_ outcome: Result<ReadOutcome, StorageError>, _ read: Read) {
        let position = read.position
        // What the log itself answers carries no list of aborted transactions unless it was asked for.
        answers[position].abortedTransactions = message.isolationLevel == 0 ? nil : []
        switch outcome {
        case .failure(let error):
            answers[position].errorCode = ErrorCode(error)
            if case .notLeader = error { nameLeader(of: read.group, at: position) }
        case .success(let read):
            answers[position].highWatermark = read.highWatermark
            answers[position].lastStableOffset = read.lastStableOffset
            answers[position].logStartOffset = read.logStart
            answers[position].records = read.records
            if let diverging = read.divergingEpoch {
                answers[position].divergingEpoch = .with {
                    $0.epoch = diverging.epoch
                    $0.endOffset = diverging.endOffset
                }
            }
        }
    }

    private func nameLeader(of group: GroupID, at position: Int) {
        guard let leader = core.shared.leaders.leader(of: group) else { return }
        answers[position].currentLeader = .with {
            $0.leaderId = leader.node.rawValue
            $0.leaderEpoch = leader.term.leaderEpoch
        }
    }

    /// Bytes of the whole answer: the client's limit, within ours.
    private var bytesMax: Int { min(Int(request.version >= 3 ? max(0, message.maxBytes) : .max), core.shared.limits.fetchBytesMax) }

    // MARK: - Enough?

    private func finishReading() {
        isReading = false
        guard !isDone else { return }
        trim()
        if isEnough || core.now >= deadline { return respond() }
        if isStale { return read() }
        wait()
    }

    /// Keeps the answer within its limit: the first partition with data always goes, the others while they fit.
    private func trim() {
        var left = bytesMax
        var isFirst = true
        for position in answers.indices {
            let count = answers[position].records?.count ?? 0
            guard count > 0 else { continue }
            if isFirst || count <= left {
                left -= min(left, count)
            } else {
                answers[position].records = .empty
            }
            isFirst = false
        }
    }

    /// Kafka's rule: enough bytes, an error of a partition that exists, a diverging epoch, or nothing that could be waited for.
    private var isEnough: Bool {
        if message.maxWaitMs <= 0 { return true }
        var bytes = 0
        var readable = false
        for (position, answer) in answers.enumerated() {
            guard case .success = places[position] else { continue }
            readable = true
            if !answer.errorCode.isNone || answer.divergingEpoch.epoch >= 0 { return true }
            bytes += answer.records?.count ?? 0
        }
        return !readable || bytes >= Int(message.minBytes)
    }

    // MARK: - Waiting

    private func wait() {
        if timer == nil {
            timer = core.timers.set(at: deadline) { [weak self] in self?.timeUp() }
            core.noteWaiting(self, on: request.connection)
        }
        let home = core.inbox
        let ticket = core.fetchTicket(for: self)
        waitTicket = ticket
        for (position, place) in places.enumerated() {
            guard case .success(let group) = place else { continue }
            let offset = max(targets[position].offset, answers[position].highWatermark)
            core.onStorage(of: group) { (engine, done: @escaping (UInt64?) -> Void) in
                done(engine.wait(forDataAt: offset, in: group) { home.post { $0.fetchNews(ticket) } })
            } done: { [weak self] registration in
                self?.registered(registration, group, ticket)
            }
        }
    }

    private func registered(_ registration: UInt64?, _ group: GroupID, _ ticket: UInt64) {
        guard let registration else { return news() }
        guard !isDone, waitTicket == ticket else { return cancel(registration, group) }
        waits.append((group, registration))
    }

    private func cancel(_ registration: UInt64, _ group: GroupID) {
        core.onStorage(of: group) { (engine, done: @escaping (Bool) -> Void) in
            engine.cancelWait(registration, in: group)
            done(true)
        } done: { _ in
        }
    }

    private func endWait() {
        if let waitTicket { core.dropFetchTicket(waitTicket) }
        waitTicket = nil
        let waits = waits
        self.waits = []
        for (group, registration) in waits { cancel(registration, group) }
    }

    /// Something happened in a partition.
    func news() {
        guard !isDone else { return }
        guard !isReading else {
            isStale = true
            return
        }
        endWait()
        locate()
        read()
    }

    private func timeUp() {
        guard !isDone else { return }
        // A read under way answers when it ends: the deadline has passed.
        if !isReading { respond() }
    }

    /// The node stops: what there is goes out now.
    func answerNow() { timeUp() }

    /// The connection is gone.
    func abandon() {
        guard !isDone else { return }
        finish()
    }

    // MARK: - The answer

    private func finish() {
        isDone = true
        if let timer {
            core.timers.cancel(timer)
            core.noteDone(self, on: request.connection)
        }
        endWait()
    }

    private func respond() {
        finish()
        convertForOldClients()
        var response = FetchResponse()
        var named: Set<FetchTarget.Key>?
        if let session {
            response.sessionId = session.id
            var byKey: [FetchTarget.Key: PartitionData] = [:]
            var known: Set<FetchTarget.Key> = []
            for (position, target) in targets.enumerated() {
                byKey[target.key] = answers[position]
                if case .success = places[position] { known.insert(target.key) }
            }
            let news = core.shared.fetchSessions.note(session.id, byKey, known: known)
            if !isFull { named = news }
        }
        for (position, target) in targets.enumerated() where named?.contains(target.key) ?? true {
            let isSameTopic = response.responses.last.map { $0.topic == target.key.topic && $0.topicId == target.key.topicID } ?? false
            if !isSameTopic {
                response.responses.append(
                    .with {
                        $0.topic = target.key.topic
                        $0.topicId = target.key.topicID
                    })
            }
            response.responses[response.responses.count - 1].partitions.append(answers[position])
        }
        if request.version >= 16 { response.nodeEndpoints = endpoints() }
        request.respond(response)
    }

    private func endpoints() -> [FetchResponse.NodeEndpoint] {
        let nodes = Set(answers.map(\.currentLeader.leaderId).filter { $0 >= 0 })
        return nodes.sorted().compactMap { id in
            guard let node = core.metadata.nodes[NodeID(id)],
                let endpoint = node.endpoint(listener: request.connection.listener.rawValue)
            else { return nil }
            return .with {
                $0.nodeId = id
                $0.host = endpoint.host
                $0.port = Int32(endpoint.port)
                $0.rack = node.rack
            }
        }
    }

    /// zstd came with Fetch v10. Where a topic is kept in zstd, a client that asks with less is told so; where producers choose, it gets what they
    /// chose, as from Kafka: many read it although they ask with an old version.
    private func convertForOldClients() {
        guard request.version < 10 else { return }
        let format: MessageSet.Format? =
            switch request.version {
            case 0...1: .magic0
            case 2...3: .magic1
            default: nil
            }
        for position in answers.indices where (answers[position].records?.count ?? 0) > 0 {
            if let topic = core.metadata.topics[targets[position].key.topic], core.policy(of: topic).settings.compression == "zstd" {
                answers[position].records = .empty
                answers[position].errorCode = .unsupportedCompressionType
                continue
            }
            guard let format else { continue }
            do throws(FetchConversionError) {
                answers[position].records = try FetchConversion.convert(
                    answers[position].records ?? .empty, to: format, from: targets[position].offset)
            } catch {
                answers[position].records = .empty
                answers[position].errorCode = error.code
            }
        }
    }
}
