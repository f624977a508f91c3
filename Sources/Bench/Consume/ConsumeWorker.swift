import KafkaClient
import KafkaMessages
import KafkaProtocol
import KafkaRecords
import NIOCore

/// One consuming client: keeps a fetch in flight for each group of its partitions and leader, and counts what comes without looking into the
/// batches. Confined to its loop; closures, no tasks.
final class ConsumeWorker {
    /// A partition being read.
    struct Lane {
        let partition: Int32
        var offset: Int64
        /// Where to stop; nil: never.
        var end: Int64?
        var isBusy = false

        var isAtEnd: Bool { end.map { offset >= $0 } ?? false }
    }

    private let options: ConsumeOptions
    private let links: Links
    /// How many records all workers together may still take; nil: no limit.
    private let budget: RecordBudget?
    private var lanes: [Lane]
    private var inFlight = 0
    private var lastRecord = NIODeadline.now()
    private var result = ConsumeResult()
    private let done: EventLoopPromise<ConsumeResult>
    private var isDone = false

    init(_ options: ConsumeOptions, lanes: [Lane], links: Links, budget: RecordBudget?, done: EventLoopPromise<ConsumeResult>) {
        self.options = options
        self.lanes = lanes
        self.links = links
        self.budget = budget
        self.done = done
        links.changed = { [weak self] in self?.pump() }
    }

    func start() {
        watch()
        pump()
    }

    private func pump() {
        guard !isDone else { return }
        if lanes.allSatisfy(\.isAtEnd) || budget?.isUsedUp ?? false {
            if inFlight == 0 { finish() }
            return
        }
        for group in 0..<min(options.depth, lanes.count) { fetch(group: group) }
    }

    /// Asks each leader for the partitions of a group that are not being asked for.
    private func fetch(group: Int) {
        var byLeader: [Int32: [Int]] = [:]
        for index in stride(from: group, to: lanes.count, by: min(options.depth, lanes.count))
        where !lanes[index].isBusy && !lanes[index].isAtEnd {
            guard let leader = links.leader(of: lanes[index].partition) else {
                links.refresh()
                continue
            }
            byLeader[leader, default: []].append(index)
        }
        for (_, members) in byLeader.sorted(by: { $0.key < $1.key }) {
            guard let pipe = links.pipe(for: lanes[members[0]].partition) else { continue }
            fetch(members, from: pipe)
        }
    }

    private func fetch(_ members: [Int], from pipe: RequestPipe) {
        let version: Int16
        do throws(KafkaClientError) {
            version = try pipe.version(for: FetchRequest.self)
        } catch {
            return stop(error.description)
        }
        var topic = FetchRequest.FetchTopic()
        topic.topic = options.topic
        topic.topicId = links.topicID
        for index in members {
            lanes[index].isBusy = true
            var partition = FetchRequest.FetchPartition()
            partition.partition = lanes[index].partition
            partition.fetchOffset = lanes[index].offset
            partition.partitionMaxBytes = options.partitionBytes
            topic.partitions.append(partition)
        }
        var request = FetchRequest()
        request.maxWaitMs = Int32(clamping: TimeAmount(options.wait).nanoseconds / 1_000_000)
        request.minBytes = options.minBytes
        request.maxBytes = options.fetchBytes
        request.topics = [topic]
        inFlight += 1
        result.requests += 1
        let sent = NIODeadline.now()
        pipe.send(request, version: version) { answer in
            self.inFlight -= 1
            for index in members { self.lanes[index].isBusy = false }
            self.result.latencies.record(nanoseconds: (NIODeadline.now() - sent).nanoseconds)
            self.answered(answer, members)
            self.pump()
        }
    }

    private func answered(_ answer: Result<FetchResponse, KafkaClientError>, _ members: [Int]) {
        let response: FetchResponse
        switch answer {
        case .success(let success): response = success
        case .failure(let error):
            if error.isRetriable { return again(error.description) }
            return stop(error.description)
        }
        guard response.errorCode.isNone else { return failed(response.errorCode, "fetch") }
        var isEmpty = true
        for topic in response.responses {
            for partition in topic.partitions {
                guard let index = members.first(where: { lanes[$0].partition == partition.partitionIndex }) else { continue }
                guard partition.errorCode.isNone else {
                    failed(partition.errorCode, "partition \(partition.partitionIndex)")
                    continue
                }
                guard let bytes = partition.records?.buffer, bytes.readableBytes > 0 else { continue }
                isEmpty = false
                count(bytes, lane: index)
            }
        }
        if isEmpty { result.emptyAnswers += 1 }
    }

    /// Counts the records of the batches by their headers, and moves on behind them.
    private func count(_ bytes: ByteBuffer, lane index: Int) {
        let before = lanes[index].offset
        var records = 0
        var position = bytes.readerIndex
        let now = options.follows ? WallClock.milliseconds() : 0
        do throws(RecordsError) {
            while position < bytes.writerIndex {
                let header = try RecordBatchHeader(parsing: bytes, at: position)
                // The last one may be cut.
                guard header.sizeInBytes <= bytes.writerIndex - position else { break }
                if options.verifies, !header.matchesChecksum(of: bytes, at: position) { result.damagedBatches += 1 }
                position += header.sizeInBytes
                guard header.nextOffset > lanes[index].offset else { continue }
                if !header.isControl {
                    // Of a batch that we enter in its middle only what lies behind counts.
                    let skipped = max(0, lanes[index].offset - header.baseOffset)
                    records += max(0, Int(header.recordCount) - Int(clamping: skipped))
                }
                lanes[index].offset = header.nextOffset
                if options.follows { result.ages.record(nanoseconds: (now - header.maxTimestamp) &* 1_000_000) }
            }
        } catch .incomplete {
            // The last one may be cut inside of its header.
        } catch {
            return stop("partition \(lanes[index].partition) at offset \(lanes[index].offset): \(error.message)")
        }
        if lanes[index].offset == before {
            return stop("partition \(lanes[index].partition) at offset \(before): no whole batch in \(bytes.readableBytes) bytes")
        }
        lastRecord = .now()
        result.records += records
        result.bytes += position - bytes.readerIndex
        budget?.take(records)
    }

    private func failed(_ code: ErrorCode, _ about: String) {
        if code.retriable { again("\(about): \(code.name)") } else { stop("\(about): \(code.name): \(code.message)") }
    }

    private func again(_ why: String) {
        result.retries += 1
        result.firstError = result.firstError ?? why
        links.refresh()
    }

    private func stop(_ why: String) {
        result.firstError = why
        result.gaveUp = true
        finish()
    }

    /// Gives up when nothing has come for the retry time.
    private func watch() {
        links.loop.assumeIsolated().scheduleTask(in: .milliseconds(500)) {
            guard !self.isDone else { return }
            if NIODeadline.now() - self.lastRecord > TimeAmount(self.options.client.retryTimeout) {
                return self.stop(self.links.lastFailure?.description ?? self.result.firstError ?? "no records came")
            }
            self.pump()
            self.watch()
        }
    }

    private func finish() {
        guard !isDone else { return }
        isDone = true
        links.stop()
        done.succeed(result)
    }
}
