public import Environment

/// How a partition's log cuts itself into segments. May change while it runs.
public struct LogConfiguration: Sendable {
    /// Bytes of a segment (Kafka: `segment.bytes`). A batch that would not fit begins a new one; a batch larger than this has its own.
    public var segmentBytes: Int64 = 1 << 30
    /// A batch this much newer than the first of its segment begins a new one (Kafka: `segment.ms`).
    public var segmentTime: Duration = .seconds(7 * 24 * 3600)
    public var limits = RecordLogLimits()
    /// A known fault, for tests.
    public var mutant: Mutant?

    public init() {}
}
