public import Raft

/// What the journal has of one group when it is opened.
public struct RecoveredGroup: Sendable {
    /// Nil if the group never voted or saw a term here.
    public var hardState: HardState?
    /// Everything up to and with it is checkpointed elsewhere.
    public var released: LogPosition = .zero
    /// Consecutive from `released.index + 1`.
    public var entries: [LogEntry] = []

    public init() {}
}
