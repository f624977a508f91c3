/// A topic's settings as the log needs them: resolved from the topic's own, the brokers' dynamic and static ones, and Kafka's defaults.
public struct TopicSettings: Hashable, Sendable {
    public enum Cleanup: Hashable, Sendable { case delete, compact, compactAndDelete }
    public enum TimestampType: Hashable, Sendable { case createTime, logAppendTime }

    /// `cleanup.policy`. Compaction is stored but not carried out yet: a compacted topic keeps everything.
    public var cleanup = Cleanup.delete
    /// `retention.ms`; nil keeps for ever.
    public var retentionMilliseconds: Int64? = 7 * 24 * 3600 * 1000
    /// `retention.bytes` of a partition; nil keeps everything.
    public var retentionBytes: Int64?
    /// `segment.bytes`.
    public var segmentBytes: Int64 = 1 << 30
    /// `segment.ms`.
    public var segmentMilliseconds: Int64 = 7 * 24 * 3600 * 1000
    /// `max.message.bytes`: of a batch.
    public var messageBytesMax = 1_048_588
    /// `message.timestamp.type`.
    public var timestampType = TimestampType.createTime
    /// `message.timestamp.before.max.ms`; nil: any age.
    public var timestampBeforeMax: Int64?
    /// `message.timestamp.after.max.ms`; nil: any.
    public var timestampAfterMax: Int64? = 3600 * 1000
    /// `compression.type`; nil keeps what the producer chose. Otherwise `uncompressed`, `gzip`, `snappy`, `lz4`, `zstd`.
    public var compression: String?
    /// `compression.gzip.level`, `.lz4.level` or `.zstd.level`, whichever fits ``compression``; nil leaves it to the library.
    public var compressionLevel: Int32?
    /// `min.insync.replicas`. More than the majority is waited for, fewer never.
    public var minInsyncReplicas = 1
    /// `index.interval.bytes`.
    public var indexIntervalBytes = 4096

    public init() {}

    /// Reads a resolved set of settings (see `ConfigDefinition`); what is missing or was not validated keeps its default.
    public init(resolved: (String) -> String?) {
        switch resolved("cleanup.policy").map({ Set($0.split(separator: ",").map { $0.filter { $0 != " " } }) }) {
        case ["compact"]: cleanup = .compact
        case ["compact", "delete"]: cleanup = .compactAndDelete
        default: break
        }
        func number(_ name: String) -> Int64? { resolved(name).flatMap { Int64($0) } }
        if let value = number("retention.ms") { retentionMilliseconds = value < 0 ? nil : value }
        if let value = number("retention.bytes") { retentionBytes = value < 0 ? nil : value }
        if let value = number("segment.bytes") { segmentBytes = value }
        if let value = number("segment.ms") { segmentMilliseconds = value }
        if let value = number("max.message.bytes") { messageBytesMax = Int(value) }
        if resolved("message.timestamp.type") == "LogAppendTime" { timestampType = .logAppendTime }
        if let value = number("message.timestamp.before.max.ms") { timestampBeforeMax = value == .max ? nil : value }
        if let value = number("message.timestamp.after.max.ms") { timestampAfterMax = value == .max ? nil : value }
        if let value = resolved("compression.type"), value != "producer" {
            compression = value
            // gzip's -1 is the library's choice; zstd has levels below zero.
            if let level = number("compression.\(value).level"), !(value == "gzip" && level < 0) {
                compressionLevel = Int32(clamping: level)
            }
        }
        if let value = number("min.insync.replicas") { minInsyncReplicas = Int(value) }
        if let value = number("index.interval.bytes") { indexIntervalBytes = Int(value) }
    }
}
