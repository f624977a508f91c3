import ClusterMetadata
import Environment
import KafkaMessages
import KafkaProtocol
import Storage

/// DescribeLogDirs, v0-v4 (KIP-113): what the partitions on this node take of its disk.
///
/// - v1: throttle time. v2: flexible. v3: an error code for the whole answer.
/// - v4: free bytes of the volume (KIP-827). Its size is not known here: -1.
enum DescribeLogDirsHandler: RequestHandler {
    static let versions: ClosedRange<Int16> = 0...4

    static func handle(_ message: DescribeLogDirsRequest, _ request: Request, on core: GatewayCore) {
        let places = places(message, core)
        var byCore: [Int: [GroupID]] = [:]
        for place in places { byCore[core.shared.owner(of: place.group), default: []].append(place.group) }
        let survey = LogDirSurvey(open: byCore.count + 1) { usages, free in
            respond(places, usages, free, request, core)
        }
        for (owner, groups) in byCore.sorted(by: { $0.key < $1.key }) {
            core.on(owner) { owner, done in
                done(groups.map { owner.engine.usage(of: $0) })
            } done: { (usages: [PartitionUsage?]) in
                survey.add(zip(groups, usages))
            }
        }
        core.freeDiskBytes { survey.add(free: $0) }
    }

    private struct Place {
        var topic: String
        var index: Int32
        var group: GroupID
    }

    /// The partitions asked for that have a replica here: all if none are named.
    private static func places(_ message: DescribeLogDirsRequest, _ core: GatewayCore) -> [Place] {
        let image = core.metadata
        let asked: [(String, Set<Int32>?)] =
            message.topics.map { topics in
                Dictionary(topics.map { ($0.topic, Set($0.partitions)) }, uniquingKeysWith: { $0.union($1) })
                    .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
            } ?? image.topicNamesInOrder.map { ($0, nil) }
        return asked.flatMap { name, indices -> [Place] in
            guard let topic = image.topics[name] else { return [] }
            return topic.partitions.enumerated().compactMap { index, partition in
                guard partition.replicas.contains(core.shared.node), indices?.contains(Int32(index)) ?? true else { return nil }
                return Place(topic: name, index: Int32(index), group: partition.group)
            }
        }
    }

    private static func respond(
        _ places: [Place], _ usages: [GroupID: PartitionUsage], _ free: Int64, _ request: Request, _ core: GatewayCore
    ) {
        var directory = DescribeLogDirsResponse.DescribeLogDirsResult()
        directory.logDir = core.shared.staticConfigs["log.dirs"] ?? core.shared.staticConfigs["log.dir"] ?? ""
        directory.usableBytes = free
        for place in places {
            guard let usage = usages[place.group] else { continue }
            if directory.topics.last?.name != place.topic { directory.topics.append(.with { $0.name = place.topic }) }
            directory.topics[directory.topics.count - 1].partitions.append(
                .with {
                    $0.partitionIndex = place.index
                    $0.partitionSize = usage.bytes
                })
        }
        request.respond(DescribeLogDirsResponse.with { $0.results = [directory] })
    }
}
