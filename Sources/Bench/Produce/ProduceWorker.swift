import KafkaClient
import KafkaMessages
import KafkaProtocol
import KafkaRecords
import NIOCore

/// One producing client: keeps `depth` requests of one batch each in flight until its share of the records is acknowledged. Confined to its loop;
/// closures, no tasks.
final class ProduceWorker {
    /// A batch on its way.
    private final class Batch {
        let lane: Int
        let records: Int
        var bytes: ByteBuffer
        var baseSequence: Int32 = -1
        var due: Int64 = 0

        init(lane: Int, records: Int, bytes: ByteBuffer) {
            self.lane = lane
            self.records = records
            self.bytes = bytes
        }
    }

    /// A partition written to.
    private struct Lane {
        let partition: Int32
        var nextSequence: Int32 = 0
        var inFlight = 0
        /// Batches to be sent again, in the order of their sequence numbers; nothing new is sent before them.
        var again: [Batch] = []
    }

    private let options: ProduceOptions
    private let links: Links
    private let producerID: Int64
    private let producerEpoch: Int16
    private let probe: SyncProbe?
    private var factory: BatchFactory
    private var pacer: Pacer
    private var lanes: [Lane]
    private var nextLane = 0
    private var inFlight = 0
    private var waiting: Scheduled<Void>?
    /// Sent batches whose memory can be used again, by their number of records.
    private var spare: [Int: [ByteBuffer]] = [:]
    /// Records that were taken from the pacer, but found no partition that takes them now.
    private var held: (records: Int, due: Int64)?
    private let deadlineAfterLastAnswer: Duration
    private var lastAnswer: NIODeadline
    private var result = ProduceResult()
    private let done: EventLoopPromise<ProduceResult>
    private var isDone = false

    /// - Parameter share: how many records.
    init(
        _ options: ProduceOptions, share: Int, rate: Double?, partitions: [Int32], links: Links, factory: BatchFactory,
        producer: (id: Int64, epoch: Int16)?, probe: SyncProbe?, done: EventLoopPromise<ProduceResult>
    ) {
        self.options = options
        self.links = links
        self.factory = factory
        self.probe = probe
        self.done = done
        producerID = producer?.id ?? -1
        producerEpoch = producer?.epoch ?? -1
        lanes = partitions.map { Lane(partition: $0) }
        deadlineAfterLastAnswer = options.client.retryTimeout
        lastAnswer = .now()
        pacer = Pacer(
            start: Self.now(), total: share, batchRecords: factory.recordsMax, rate: rate,
            linger: Int64(TimeAmount(options.linger).nanoseconds))
        links.changed = { [weak self] in self?.pump() }
    }

    func start() {
        watch()
        pump()
    }

    private static func now() -> Int64 { Int64(clamping: NIODeadline.now().uptimeNanoseconds) }

    /// Sends as much as may be in flight.
    private func pump() {
        guard !isDone else { return }
        while inFlight < options.depth {
            if resend() { continue }
            guard let next = take() else { break }
            guard let lane = freeLane() else {
                held = next
                break
            }
            send(next.records, due: next.due, on: lane)
        }
    }

    private func take() -> (records: Int, due: Int64)? {
        if let next = held.take() { return next }
        let now = Self.now()
        switch pacer.next(at: now) {
        case .send(let records, let due): return (records, due)
        case .done:
            finishIfIdle()
            return nil
        case .wait(let until):
            guard waiting == nil else { return nil }
            waiting = links.loop.assumeIsolated().scheduleTask(in: .nanoseconds(until - now)) {
                self.waiting = nil
                self.pump()
            }
            return nil
        }
    }

    /// The next partition that takes a new batch.
    private func freeLane() -> Int? {
        for step in 0..<lanes.count {
            let lane = (nextLane + step) % lanes.count
            guard lanes[lane].again.isEmpty, !options.isIdempotent || lanes[lane].inFlight < 5 else { continue }
            guard links.pipe(for: lanes[lane].partition) != nil else { continue }
            nextLane = (lane + 1) % lanes.count
            return lane
        }
        return nil
    }

    private func resend() -> Bool {
        for lane in lanes.indices {
            guard let batch = lanes[lane].again.first else { continue }
            // The first that failed must be the first to go: numbered batches are refused in any other order.
            if options.isIdempotent, lanes[lane].inFlight > 0 { continue }
            guard let pipe = links.pipe(for: lanes[lane].partition) else { continue }
            lanes[lane].again.removeFirst()
            result.retries += 1
            send(batch, on: pipe)
            return true
        }
        return false
    }

    private func send(_ records: Int, due: Int64, on lane: Int) {
        do throws(RecordsError) {
            let bytes: ByteBuffer
            if let reused = spare[records]?.popLast() { bytes = reused } else { bytes = try factory.batch(records: records) }
            let batch = Batch(lane: lane, records: records, bytes: bytes)
            batch.due = options.rate == nil ? Self.now() : due
            if options.isIdempotent {
                batch.baseSequence = lanes[lane].nextSequence
                lanes[lane].nextSequence = Int32(truncatingIfNeeded: (Int64(batch.baseSequence) + Int64(records)) & Int64(Int32.max))
            }
            BatchStamp.write(
                into: &batch.bytes, timestamp: WallClock.milliseconds(), producerID: producerID, producerEpoch: producerEpoch,
                baseSequence: batch.baseSequence)
            guard let pipe = links.pipe(for: lanes[lane].partition) else {
                lanes[lane].again.append(batch)
                return
            }
            send(batch, on: pipe)
        } catch {
            fail(records, error.message)
        }
    }

    private func send(_ batch: Batch, on pipe: RequestPipe) {
        let version: Int16
        do throws(KafkaClientError) {
            version = try pipe.version(for: ProduceRequest.self)
        } catch {
            return fail(batch.records, error.description)
        }
        inFlight += 1
        lanes[batch.lane].inFlight += 1
        result.requests += 1
        var request = ProduceRequest()
        request.acks = options.acks
        request.timeoutMs = 30_000
        var partition = ProduceRequest.PartitionProduceData()
        partition.index = lanes[batch.lane].partition
        partition.records = .bytes(batch.bytes)
        var topic = ProduceRequest.TopicProduceData()
        topic.name = options.topic
        topic.topicId = links.topicID
        topic.partitionData = [partition]
        request.topicData = [topic]
        guard options.acks != 0 else {
            return pipe.sendWithoutAnswer(request, version: version) { self.answered(batch, $0.map { .none }) }
        }
        pipe.send(request, version: version) { answer in
            self.answered(batch, answer.map { $0.responses.first?.partitionResponses.first?.errorCode ?? .unknownServerError })
        }
    }

    private func answered(_ batch: Batch, _ answer: Result<ErrorCode, KafkaClientError>) {
        inFlight -= 1
        lanes[batch.lane].inFlight -= 1
        switch answer {
        case .success(.none), .success(.duplicateSequenceNumber): acknowledged(batch)
        case .success(let code):
            let follows = code == .outOfOrderSequenceNumber && !lanes[batch.lane].again.isEmpty
            if code.retriable || follows {
                again(batch, code.name)
            } else {
                fail(batch.records, "\(code.name): \(code.message)")
            }
        case .failure(let error):
            if error.isRetriable { again(batch, error.description) } else { fail(batch.records, error.description) }
        }
        pump()
    }

    private func acknowledged(_ batch: Batch) {
        lastAnswer = .now()
        result.latencies.record(nanoseconds: Self.now() - batch.due)
        result.records += batch.records
        result.bytes += batch.bytes.readableBytes
        // Out of the batch, so that the next stamp finds memory with one owner.
        let bytes = batch.bytes
        batch.bytes = ByteBuffer()
        spare[batch.records, default: []].append(bytes)
        do throws(SyncProbe.Failure) {
            try probe?.run()
        } catch {
            result.firstError = result.firstError ?? error.description
        }
    }

    private func again(_ batch: Batch, _ why: String) {
        result.firstError = result.firstError ?? why
        let place = lanes[batch.lane].again.firstIndex { $0.baseSequence > batch.baseSequence } ?? lanes[batch.lane].again.endIndex
        lanes[batch.lane].again.insert(batch, at: place)
        links.refresh()
    }

    private func fail(_ records: Int, _ why: String) {
        lastAnswer = .now()
        result.failedRecords += records
        result.firstError = result.firstError ?? why
    }

    /// Gives up when nothing was acknowledged for the retry time: a server that is gone must not keep the bench for ever.
    private func watch() {
        links.loop.assumeIsolated().scheduleTask(in: .milliseconds(500)) {
            guard !self.isDone else { return }
            let idle = NIODeadline.now() - self.lastAnswer
            // With a rate there may be nothing to send for long.
            let owes = self.inFlight > 0 || self.held != nil || self.lanes.contains { !$0.again.isEmpty }
            if owes, idle > TimeAmount(self.deadlineAfterLastAnswer) {
                self.result.firstError = self.links.lastFailure?.description ?? self.result.firstError ?? "no answers"
                self.result.failedRecords += self.pacer.taken - self.result.records - self.result.failedRecords
                return self.finish()
            }
            if !owes { self.lastAnswer = .now() }
            self.watch()
        }
    }

    private func finishIfIdle() {
        if inFlight == 0, held == nil, lanes.allSatisfy({ $0.again.isEmpty }) { finish() }
    }

    private func finish() {
        guard !isDone else { return }
        isDone = true
        waiting?.cancel()
        links.stop()
        result.probe = probe?.latencies
        done.succeed(result)
    }
}
