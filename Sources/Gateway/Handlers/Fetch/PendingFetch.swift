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

    let request: Request
    let core: GatewayCore
    private let message: FetchRequest
    let targets: [FetchTarget]
    let session: FetchSession?
    /// Whether the answer names every partition, not only those with news.
    let isFull: Bool
    private let deadline: Instant

    /// For each target: where it is, or why it cannot be read.
    private(set) var places: [Result<GroupID, ErrorCode>] = []
    /// For each target: the offset read from. Beyond the one asked where what lies between is nothing that the client's version can be told.
    private var offsets: [Int64]
    private(set) var answers: [PartitionData] = []
    private var timer: Timers.ID?
    /// For each core: what waits there.
    private var waits: [(owner: Int, registrations: [Registration])] = []
    private var isReading = false
    /// A partition that did not fit was read again with what was left: once for each round, so that an answer is filled and takes two hops at most.
    private var isRefilled = false
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
        offsets = targets.map(\.offset)
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
        isRefilled = false
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
                    offset: offsets[position], bytesMax: min(Int(target.bytesMax), bytesMax), atLeastOneBatch: true,
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

    /// Reads one partition again, with what the others left of the answer.
    private func refill(_ position: Int, bytesMax: Int) {
        guard case .success(let group) = places[position] else { violated("a partition with records has a place") }
        isReading = true
        isRefilled = true
        answers[position].records = .empty
        let target = targets[position]
        let request = ReadRequest(
            offset: offsets[position], bytesMax: bytesMax, atLeastOneBatch: false,
            currentLeaderEpoch: target.currentLeaderEpoch >= 0 ? target.currentLeaderEpoch : nil)
        let read = Read(position: position, group: group, request: request)
        core.on(core.shared.owner(of: group), { owner, done in Self.readAll([read], with: owner.engine, done) }) { [self] outcomes in
            for outcome in outcomes { take(outcome, read) }
            finishReading()
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
        guard request.connection.isOpen else { return finish() }
        if let cut = trim() { return refill(cut.position, bytesMax: cut.left) }
        if convertForOldClients() { return read() }
        if isEnough || core.now >= deadline { return respond() }
        if isStale { return read() }
        wait()
    }

    /// Less is left than any batch has.
    private static let refillMin = RecordBatchHeader.byteCount

    /// Keeps the answer within its limits: the first partition with data always goes, the others while they fit.
    /// - Returns: a partition that may go in part, and the bytes left for it.
    private func trim() -> (position: Int, left: Int)? {
        var left = bytesMax
        var isFirst = true
        for position in answers.indices {
            let count = answers[position].records?.count ?? 0
            guard count > 0 else { continue }
            if isFirst || count <= min(left, Int(targets[position].bytesMax)) {
                left -= min(left, count)
            } else {
                // Within the partition's own limit but for its first batch, which is not owed here.
                if !isRefilled, left >= Self.refillMin, count <= Int(targets[position].bytesMax) { return (position, left) }
                answers[position].records = .empty
            }
            isFirst = false
        }
        return nil
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
        return !readable || bytes >= min(Int(message.minBytes), bytesMax)
    }

    /// Gives records the form that the client's version reads.
    ///
    /// zstd came with Fetch v10. Where a topic is kept in zstd, a client that asks with less is told so; where producers choose, it gets what they
    /// chose, as from Kafka: many read it although they ask with an old version.
    ///
    /// - Returns: true if there is more to read, where all that was read is nothing that the version can be told.
    private func convertForOldClients() -> Bool {
        guard request.version < 10 else { return false }
        let format: MessageSet.Format? =
            switch request.version {
            case 0...1: .magic0
            case 2...3: .magic1
            default: nil
            }
        var isBehind = false
        for position in answers.indices where (answers[position].records?.count ?? 0) > 0 {
            if let topic = core.metadata.topics[targets[position].key.topic], core.policy(of: topic).settings.compression == "zstd" {
                answers[position].records = .empty
                answers[position].errorCode = .unsupportedCompressionType
                continue
            }
            guard let format else { continue }
            do throws(FetchConversionError) {
                let converted = try FetchConversion.convert(
                    answers[position].records ?? .empty, to: format, from: targets[position].offset)
                answers[position].records = converted.records
                // Nothing but markers: the client would ask for them again and again. It is told, or waits for, what comes behind them.
                guard let end = converted.leftOutEnd, end > offsets[position] else { continue }
                offsets[position] = end
                if end < answers[position].highWatermark { isBehind = true }
            } catch {
                answers[position].records = .empty
                answers[position].errorCode = error.code
            }
        }
        return isBehind
    }

    // MARK: - Waiting

    private struct Registration: Sendable {
        var group: GroupID
        var id: UInt64
    }

    private func wait() {
        if timer == nil {
            timer = core.timers.set(at: deadline) { [weak self] in self?.timeUp() }
            core.noteWaiting(self, on: request.connection)
        }
        let home = core.inbox
        let ticket = core.fetchTicket(for: self)
        waitTicket = ticket
        var byCore: [Int: [(group: GroupID, offset: Int64)]] = [:]
        for (position, place) in places.enumerated() {
            guard case .success(let group) = place else { continue }
            byCore[core.shared.owner(of: group), default: []].append((group, max(offsets[position], answers[position].highWatermark)))
        }
        for (owner, items) in byCore.sorted(by: { $0.key < $1.key }) {
            core.on(owner) { (owner, done: @escaping ([Registration]?) -> Void) in
                done(Self.register(items, with: owner.engine) { home.post { $0.fetchNews(ticket) } })
            } done: { [weak self] registrations in
                self?.registered(registrations, at: owner, ticket)
            }
            // This core's own partitions may have had news at once.
            guard waitTicket == ticket else { return }
        }
    }

    /// - Returns: nil, with nothing left registered, if one of the partitions has news already.
    private static func register(
        _ items: [(group: GroupID, offset: Int64)], with engine: any StorageEngine, notify: @escaping @Sendable () -> Void
    ) -> [Registration]? {
        var registrations: [Registration] = []
        for (group, offset) in items {
            guard let id = engine.wait(forDataAt: offset, in: group, notify: notify) else {
                for made in registrations { engine.cancelWait(made.id, in: made.group) }
                return nil
            }
            registrations.append(Registration(group: group, id: id))
        }
        return registrations
    }

    private func registered(_ registrations: [Registration]?, at owner: Int, _ ticket: UInt64) {
        let isCurrent = !isDone && waitTicket == ticket
        guard let registrations else { return isCurrent ? news() : () }
        guard isCurrent else { return cancel(registrations, at: owner) }
        waits.append((owner, registrations))
    }

    private func cancel(_ registrations: [Registration], at owner: Int) {
        core.on(owner) { (owner, done: @escaping (Bool) -> Void) in
            for registration in registrations { owner.engine.cancelWait(registration.id, in: registration.group) }
            done(true)
        } done: { _ in
        }
    }

    private func endWait() {
        if let waitTicket { core.dropFetchTicket(waitTicket) }
        waitTicket = nil
        let waits = waits
        self.waits = []
        for wait in waits { cancel(wait.registrations, at: wait.owner) }
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
        request.respond(makeResponse())
    }
}
