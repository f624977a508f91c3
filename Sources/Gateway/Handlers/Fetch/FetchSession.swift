import Environment
import KafkaMessages
import KafkaProtocol

/// What a client fetches again and again, so that it need name only what changes, and is told only of partitions with news (KIP-227).
struct FetchSession: Sendable {
    struct Partition: Sendable {
        var target: FetchTarget
        /// What the client was last told; -1 makes the next answer name the partition.
        var highWatermark: Int64 = -1
        var logStart: Int64 = -1
        /// Whether its topic id was ever known here: one that is deleted later is an unknown partition, not an unknown id.
        var wasKnown = false
    }

    let id: Int32
    /// The epoch that the next request must carry.
    private(set) var nextEpoch: Int32 = 1
    let usesTopicIDs: Bool
    var lastUsed: Instant
    /// In the order in which they are read: those that brought records last come last, so that none starves.
    private(set) var partitions: [Partition] = []

    init(id: Int32, targets: [FetchTarget], usesTopicIDs: Bool, at now: Instant) {
        self.id = id
        self.usesTopicIDs = usesTopicIDs
        lastUsed = now
        partitions = targets.map { Partition(target: $0) }
    }

    /// After `Int32.max` comes 1: 0 and -1 mean something else.
    mutating func advanceEpoch() { nextEpoch = nextEpoch == .max ? 1 : nextEpoch + 1 }

    /// Takes over what an incremental request says.
    mutating func update(_ targets: [FetchTarget], forgotten: [FetchTarget.Key]) {
        if !forgotten.isEmpty {
            let gone = Set(forgotten)
            partitions.removeAll { gone.contains($0.target.key) }
        }
        guard !targets.isEmpty else { return }
        var places: [FetchTarget.Key: Int] = [:]
        for (place, partition) in partitions.enumerated() { places[partition.target.key] = place }
        for target in targets {
            if let place = places[target.key] {
                partitions[place].target = target
            } else {
                partitions.append(Partition(target: target))
            }
        }
    }

    /// Notes what the client is being told, and gives back which partitions have news.
    /// - Parameter answers: for each partition in ``partitions``' order; nil where the partition was not read.
    mutating func note(_ answers: [FetchTarget.Key: FetchResponse.PartitionData], known: Set<FetchTarget.Key>) -> Set<FetchTarget.Key> {
        var news: Set<FetchTarget.Key> = []
        var withRecords: [Partition] = []
        var others: [Partition] = []
        for var partition in partitions {
            let key = partition.target.key
            guard let answer = answers[key] else {
                others.append(partition)
                continue
            }
            if known.contains(key) { partition.wasKnown = true }
            let hasRecords = (answer.records?.count ?? 0) > 0
            if hasRecords || !answer.errorCode.isNone || answer.highWatermark != partition.highWatermark
                || answer.logStartOffset != partition.logStart || answer.divergingEpoch.epoch >= 0
            {
                news.insert(key)
            }
            // An error is told again and again, until it is mended.
            partition.highWatermark = answer.errorCode.isNone ? answer.highWatermark : -1
            partition.logStart = answer.logStartOffset
            if hasRecords { withRecords.append(partition) } else { others.append(partition) }
        }
        partitions = others + withRecords
        return news
    }
}
