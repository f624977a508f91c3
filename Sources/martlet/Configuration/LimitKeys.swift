import Environment

/// The limits of a node that a configuration may set, by name.
enum LimitKeys {
    enum Place: Sendable {
        case bytes(any WritableKeyPath<Limits, Int> & Sendable)
        case bytes64(any WritableKeyPath<Limits, Int64> & Sendable)
        case count(any WritableKeyPath<Limits, Int> & Sendable)
        case duration(any WritableKeyPath<Limits, Duration> & Sendable)
    }

    static let all: [String: Place] = [
        "limits.journal.segment-bytes": .bytes64(\.journal.segmentBytes),
        "limits.journal.total-bytes-max": .bytes64(\.journal.totalBytesMax),
        "limits.journal.uncheckpointed-bytes-max": .bytes64(\.journal.uncheckpointedBytesMax),
        "limits.journal.sync-bytes-max": .bytes(\.journal.syncBytesMax),
        "limits.journal.reappend-bytes-max": .bytes(\.journal.reappendBytesMax),
        "limits.journal.free-bytes-reserve": .bytes64(\.journal.freeBytesReserve),
        "limits.journal.growth-bytes": .bytes(\.journal.growthBytes),
        "limits.journal.spare-segments-max": .count(\.journal.spareSegmentsMax),
        "limits.raft.uncommitted-bytes-max": .bytes(\.raft.uncommittedBytesMax),
        "limits.raft.append-bytes-max": .bytes(\.raft.appendBytesMax),
        "limits.raft.in-flight-appends-max": .count(\.raft.inFlightAppendsMax),
        "limits.record-log.tail-bytes-max": .bytes(\.recordLog.tailBytesMax),
        "limits.record-log.node-tail-bytes-max": .bytes(\.recordLog.nodeTailBytesMax),
        "limits.record-log.index-interval-bytes": .bytes(\.recordLog.indexIntervalBytes),
        "limits.record-log.search-bytes-max": .bytes(\.recordLog.searchBytesMax),
        "limits.metadata.partitions-max": .count(\.metadata.partitionsMax),
        "limits.metadata.partitions-per-request-max": .count(\.metadata.partitionsPerRequestMax),
        "limits.metadata.leader-wait-max-ms": .duration(\.metadata.leaderWaitMax),
        "limits.metadata.auto-created-per-request-max": .count(\.metadata.autoCreatedPerRequestMax),
        "limits.connections.frame-bytes-max": .bytes(\.connections.frameBytesMax),
        "limits.connections.requests-in-flight-max": .count(\.connections.requestsInFlightMax),
        "limits.connections.request-bytes-in-flight-max": .bytes(\.connections.requestBytesInFlightMax),
        "limits.connections.node-request-bytes-in-flight-max": .bytes(\.connections.nodeRequestBytesInFlightMax),
        "limits.connections.answer-bytes-max": .bytes(\.connections.answerBytesMax),
        "limits.connections.idle-max-ms": .duration(\.connections.idleMax),
        "limits.connections.stalled-frame-max-ms": .duration(\.connections.stalledFrameMax),
        "limits.connections.linger-max-ms": .duration(\.connections.lingerMax),
        "limits.connections.connections-max": .count(\.connections.connectionsMax),
        "limits.connections.connections-per-address-max": .count(\.connections.connectionsPerAddressMax),
    ]

    /// Kafka's settings that are limits here.
    private static let kafka: [String: Place] = [
        "socket.request.max.bytes": .bytes(\.connections.frameBytesMax),
        "connections.max.idle.ms": .duration(\.connections.idleMax),
        "max.connections": .count(\.connections.connectionsMax),
        "max.connections.per.ip": .count(\.connections.connectionsPerAddressMax),
    ]

    /// Sets a limit.
    /// - Returns: false if the key is none.
    static func set(_ setting: Setting, in limits: inout Limits) throws(ConfigurationError) -> Bool {
        guard let place = all[setting.key] ?? kafka[setting.key] else { return false }
        switch place {
        case .bytes(let path): limits[keyPath: path] = try number(setting, ByteSize.init, "bytes, for instance 65536 or 64MiB").bytes
        case .bytes64(let path):
            limits[keyPath: path] = Int64(try number(setting, ByteSize.init, "bytes, for instance 65536 or 64MiB").bytes)
        case .count(let path): limits[keyPath: path] = try number(setting, Self.positive, "a number from 1 on")
        case .duration(let path): limits[keyPath: path] = .milliseconds(try number(setting, Self.positive, "milliseconds from 1 on"))
        }
        return true
    }

    private static func positive(_ text: String) -> Int? { Int(text).flatMap { $0 >= 1 && $0 < 1 << 53 ? $0 : nil } }

    private static func number<Value>(
        _ setting: Setting, _ read: (String) -> Value?, _ allowed: String
    ) throws(ConfigurationError) -> Value {
        guard let value = read(setting.value) else { throw ConfigurationError(setting, allowed: allowed) }
        return value
    }
}
