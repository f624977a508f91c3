import ClusterMetadata
import Environment
import KafkaProtocol
import KafkaRecords

/// What a topic's settings mean for the handlers, worked out once per metadata version. Confined to its core.
struct TopicPolicies {
    struct Policy {
        var settings: TopicSettings
        var records: TopicRecordPolicy
    }

    private var policies: [KafkaUUID: Policy] = [:]
    private var version: UInt64 = 0

    mutating func policy(of topic: TopicRecord, in image: MetadataImage, node: NodeID, staticConfigs: [String: String]) -> Policy {
        if version != image.version {
            policies.removeAll(keepingCapacity: true)
            version = image.version
        }
        if let known = policies[topic.id] { return known }
        let settings = image.settings(of: topic, node: node, staticConfigs: staticConfigs)
        let policy = Policy(settings: settings, records: TopicRecordPolicy(settings))
        policies[topic.id] = policy
        return policy
    }
}

extension GatewayCore {
    func policy(of topic: TopicRecord) -> TopicPolicies.Policy {
        policies.policy(of: topic, in: metadata, node: shared.node, staticConfigs: shared.staticConfigs)
    }
}

extension TopicRecordPolicy {
    init(_ settings: TopicSettings) {
        self.init()
        batchBytesMax = settings.messageBytesMax
        timestampType = settings.timestampType == .logAppendTime ? .logAppendTime : .createTime
        timestampBeforeMax = settings.timestampBeforeMax ?? .max
        timestampAfterMax = settings.timestampAfterMax ?? .max
        requiresKeys = settings.cleanup != .delete
        switch settings.compression {
        case "uncompressed": compression = .codec(.none)
        case "gzip": compression = .codec(.gzip, level: settings.compressionLevel)
        case "snappy": compression = .codec(.snappy)
        case "lz4": compression = .codec(.lz4, level: settings.compressionLevel)
        case "zstd": compression = .codec(.zstd, level: settings.compressionLevel)
        default: compression = .producer
        }
    }
}
