public import Raft

extension Term {
    /// Kafka's leader epoch: terms count from 1, epochs from 0.
    public var leaderEpoch: Int32 { Int32(clamping: rawValue == 0 ? 0 : rawValue - 1) }
}
