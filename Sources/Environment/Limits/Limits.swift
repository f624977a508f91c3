/// Every limit of a node in one value. Each field says what happens at it. The simulator draws it at random, small and large.
public struct Limits: Sendable {
    public var raft = RaftLimits()
    public var journal = JournalLimits()
    public var recordLog = RecordLogLimits()
    public var connections = ConnectionLimits()
    public var metadata = MetadataLimits()

    public init() {}
}
