import Environment
import KafkaMessages
import KafkaProtocol

/// One partition of a fetch: which, and from where.
struct FetchTarget: Sendable {
    /// How a client names a partition: by topic name up to v12, by topic id from v13 on.
    struct Key: Hashable, Sendable {
        var topic: String
        var topicID: KafkaUUID
        var partition: Int32
    }

    var key: Key
    var offset: Int64
    var bytesMax: Int32
    var currentLeaderEpoch: Int32
    var lastFetchedEpoch: Int32

    init(_ partition: FetchRequest.FetchPartition, of topic: FetchRequest.FetchTopic) {
        key = Key(topic: topic.topic, topicID: topic.topicId, partition: partition.partition)
        offset = partition.fetchOffset
        bytesMax = partition.partitionMaxBytes
        currentLeaderEpoch = partition.currentLeaderEpoch
        lastFetchedEpoch = partition.lastFetchedEpoch
    }
}

extension FetchRequest {
    /// All partitions in the order asked; one asked twice counts once, where it stood first, with what was said last.
    var targets: [FetchTarget] {
        var targets: [FetchTarget] = []
        var places: [FetchTarget.Key: Int] = [:]
        for topic in topics {
            for partition in topic.partitions {
                let target = FetchTarget(partition, of: topic)
                if let place = places.updateValue(places[target.key] ?? targets.count, forKey: target.key) {
                    targets[place] = target
                } else {
                    targets.append(target)
                }
            }
        }
        return targets
    }

    var forgotten: [FetchTarget.Key] {
        forgottenTopicsData.flatMap { topic in
            topic.partitions.map { FetchTarget.Key(topic: topic.topic, topicID: topic.topicId, partition: $0) }
        }
    }
}
